// What is done when the reader takes an offer, or says what a name stands for.
import type { ColumnChoice, Declaration } from '../../engine/lab/document';
import type { Offer } from '../../engine/lab/examine';
import { pageLab } from './page-lab';
import type { LabState } from './state';

/** A column of the very same name, or none: another is for the reader to choose. */
function columnNamed({ table }: LabState, name: string): ColumnChoice | null {
  const found = table.kind === 'open' && table.facts.columns.some((column) => column.name === name);
  return found ? { column: name, within: null } : null;
}

/** A range that suits a standard deviation or a rate; the reader sets another beside the slider. */
const newKnob = { value: 1, minimum: 0.1, maximum: 5 } as const;

export function declarationFor(kind: Declaration['role'], name: string): Declaration {
  if (kind === 'knob') return { role: 'knob', name, ...newKnob };
  return { role: kind, name, from: columnNamed(pageLab.store.getState(), name) };
}

export function acceptOffer({ kind, name }: Offer): void {
  pageLab.declare(declarationFor(kind, name));
}

/** A line for a name that has none: a start, which the reader is to think about. */
export function priorLine(name: string): string {
  return `${name} ~ Normal(0, 1)`;
}

export function addPrior(name: string): void {
  const { text } = pageLab.store.getState().document;
  pageLab.edit(`${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${priorLine(name)}\n`);
}

/** How a column would come into a model; null where its name is none that a model can have. */
export function exampleOf({ table, document }: LabState, name: string): string | null {
  if (table.kind !== 'open' || !/^[A-Za-z]\w*$/.test(name)) return null;
  const guess = table.facts.columns.find((column) => column.name === name)?.guess;
  const type = Object.hasOwn(document.types, name) ? document.types[name] : guess;
  return type === 'factor' ? `+ b[${name}[i]]` : `+ b * ${name}[i]`;
}

/** Columns that the model makes no use of: what it might ask next. */
export function unusedColumns({ table, examination, document }: LabState): readonly string[] {
  if (table.kind !== 'open') return [];
  const used = new Set(
    examination.declarations.flatMap((one) =>
      one.role === 'knob' || one.from === null ? [] : [one.from.column, one.from.within],
    ),
  );
  return table.facts.columns
    .map(({ name }) => name)
    .filter((name) => !used.has(name) && document.types[name] !== 'ignored');
}

/** Names without a column, or without a role, that the data have a column for. */
export function namedAlike({ table, examination }: LabState): readonly string[] {
  if (table.kind !== 'open') return [];
  const columns = new Set(table.facts.columns.map(({ name }) => name));
  const { declarations, names } = examination;
  const bound = new Set(declarations.flatMap((one) => (one.role === 'knob' || one.from !== null ? [one.name] : [])));
  return [...names.free.keys(), ...names.drawn.keys()].filter((name) => columns.has(name) && !bound.has(name));
}

/** Takes each of these names from the column that is called so. */
export function bindNamedAlike(): void {
  const state = pageLab.store.getState();
  const { drawn } = state.examination.names;
  const alike = namedAlike(state);
  pageLab.change((now) => ({
    ...now,
    declarations: [
      ...now.declarations.filter(({ name }) => !alike.includes(name)),
      ...alike.map((name) => declarationFor(drawn.has(name) ? 'observed' : 'data', name)),
    ],
  }));
}
