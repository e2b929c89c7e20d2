// Plates from the union-find: one for each set of axes that must have the same length.
import type { Plate } from './model';
import { axisSlot, levelSlot } from './plating';
import type { References } from './references';
import type { Names } from './roles';

export interface Plates {
  readonly plates: readonly Plate[];
  readonly idOf: (slot: string) => number;
}

const spareLetters = ['i', 'j', 'k', 'l', 'm', 'n'];

export function buildPlates(references: References, names: Names): Plates {
  const { plating, slots, indexColumns, firstUses } = references;
  const ids = new Map<string, number>();
  const letters: (string | null)[] = [];
  const see = (slot: string, letter: string | null): void => {
    const root = plating.root(slot);
    const id = ids.get(root) ?? ids.size;
    if (id === ids.size) {
      ids.set(root, id);
      letters.push(null);
    }
    letters[id] ??= letter;
  };
  for (const { slot, letter } of slots) see(slot, letter);
  for (const column of indexColumns) see(levelSlot(column), null);
  const idOf = (slot: string): number => {
    const id = ids.get(plating.root(slot));
    if (id === undefined) throw new Error(`no plate for ${slot}`);
    return id;
  };

  const rows = new Set<number>();
  for (const [name, { axes }] of firstUses) {
    if (names.roles.get(name) === 'observed') for (const id of plateIds(name, axes, idOf)) rows.add(id);
  }
  const taken = new Set<string | null>([...letters, ...names.roles.keys()]);
  const plates = letters.map((letter, id): Plate => {
    const indexedBy = [...indexColumns].filter((column) => idOf(levelSlot(column)) === id);
    const chosen = letter ?? spareLetters.find((spare) => !taken.has(spare)) ?? 'i';
    taken.add(chosen);
    return { id, letter: chosen, indexedBy, rows: rows.has(id) };
  });
  return { plates, idOf };
}

export function plateIds(name: string, axes: number, idOf: (slot: string) => number): number[] {
  return Array.from({ length: axes }, (_, axis) => idOf(axisSlot(name, axis)));
}
