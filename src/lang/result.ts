// Errors a user can cause are values: a result is a value or the list of everything wrong with the text or the data.
import type { Span } from './tree';

export interface LanguageError {
  /** Where in the model text; null when the fault lies in the data alone. */
  readonly span: Span | null;
  /** 1-based; the position of `span.start`. Data errors point at the first use of the column in the text. */
  readonly line: number;
  readonly column: number;
  /** One sentence that says what is wrong, naming rows and values. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly fix: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly LanguageError[] };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure, its errors in the order of the text, each said once. */
export function failure(errors: readonly LanguageError[]): {
  readonly ok: false;
  readonly errors: readonly LanguageError[];
} {
  const sorted = [...errors].sort((a, b) => a.line - b.line || a.column - b.column);
  const said = new Set<string>();
  const distinct = sorted.filter((error) => {
    const key = `${error.line}:${error.column}:${error.message}`;
    return said.has(key) ? false : said.add(key);
  });
  return { ok: false, errors: distinct };
}

/** Collects errors against one text. */
export class ErrorList {
  readonly errors: LanguageError[] = [];

  constructor(private readonly text: string) {}

  add(span: Span | null, message: string, fix: string): void {
    this.errors.push({ span, ...position(this.text, span?.start ?? 0), message, fix });
  }

  get empty(): boolean {
    return this.errors.length === 0;
  }
}

/** Line and column, 1-based, of an offset; columns count UTF-16 units. */
export function position(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
    line++;
    lineStart = i + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The errors as a person reads them: place, sentence, the line with a caret under the fault, and the fix. */
export function formatErrors(text: string, errors: readonly LanguageError[]): string {
  const lines = text.split('\n');
  return errors
    .map((error) => {
      if (error.span === null) return `${error.message}\n  ${error.fix}`;
      const line = (lines[error.line - 1] ?? '').replace(/\r$/, '').replace(/\t/g, ' ');
      const length = Math.max(1, Math.min(error.span.end - error.span.start, line.length - error.column + 1));
      const caret = ' '.repeat(error.column - 1) + '^'.repeat(length);
      return `line ${error.line}, column ${error.column}: ${error.message}\n  ${line}\n  ${caret}\n  ${error.fix}`;
    })
    .join('\n\n');
}
