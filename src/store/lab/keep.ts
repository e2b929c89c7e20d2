// The lab's work between two visits: kept in this browser alone, until it is cleared.
import type { LabDocument } from '../../engine/lab/document';
import { readFields } from '../../engine/lab/link';

export interface KeptShelf {
  readonly read: (key: string) => string | null;
  /** False where it does not fit. */
  readonly write: (key: string, text: string) => boolean;
  readonly remove: (key: string) => void;
}

const documentKey = 'tadpool-lab';
const fileKey = 'tadpool-lab-file';
/** What a browser keeps without complaint, characters. */
export const longestKeptFile = 2_000_000;

export function keepDocument(shelf: KeptShelf, document: LabDocument): void {
  shelf.write(documentKey, JSON.stringify({ v: 1, ...document }));
}

/** Null where nothing is kept, or nothing that can be used. */
export function keptDocument(shelf: KeptShelf): LabDocument | null {
  const text = shelf.read(documentKey);
  if (text === null) return null;
  try {
    const read = readFields(JSON.parse(text));
    return read.kind === 'read' ? read.value.document : null;
  } catch {
    return null;
  }
}

/** False where the file is too long to be kept, or the browser refuses. */
export function keepFile(shelf: KeptShelf, text: string): boolean {
  shelf.remove(fileKey);
  return text.length <= longestKeptFile && shelf.write(fileKey, text);
}

export function dropFile(shelf: KeptShelf): void {
  shelf.remove(fileKey);
}

export function keptFile(shelf: KeptShelf): string | null {
  return shelf.read(fileKey);
}

export function clearKept(shelf: KeptShelf): void {
  shelf.remove(documentKey);
  shelf.remove(fileKey);
}

export function browserShelf(): KeptShelf {
  return {
    read: (key) => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write: (key, text) => {
      try {
        localStorage.setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    remove: (key) => {
      try {
        localStorage.removeItem(key);
      } catch {
        // Where nothing can be kept, nothing is to be removed.
      }
    },
  };
}
