// The data of a bound model as its Stan and PyMC programs read them.
import type { BoundColumn, BoundModel } from '../bind';
import type { Model } from '../model';
import { Identifiers } from './identifiers';
import { STAN_RESERVED } from './stan-reserved';
import { StanSizes } from './stan-types';

type Nested = number | string | readonly Nested[];

/** Whether all data share the rows, so that the PyMC program reads them from one CSV. */
export function isFlat({ symbols }: Model): boolean {
  const data = [...symbols.values()].filter(({ role }) => role === 'data' || role === 'observed');
  return data.every(({ plates }) => plates.length === 1 && plates[0] === data[0].plates[0]);
}

/** By the identifiers of the Stan program: sizes, data, and the knobs, which are data there. */
export function stanData(
  { model, plates, columns }: BoundModel,
  knobs: Readonly<Record<string, number>>,
): Readonly<Record<string, Nested>> {
  const identifiers = new Identifiers(model, STAN_RESERVED);
  const sizes = new StanSizes(model, identifiers);
  const data: Record<string, Nested> = {};
  for (const { id, size } of plates) {
    // Cutpoints are one fewer than the levels that the program asks for.
    const [, levels] = /^(\w+) - 1$/.exec(sizes.of(id)) ?? [];
    if (levels === undefined) data[sizes.of(id)] = size;
    else data[levels] = size + 1;
  }
  for (const symbol of model.symbols.values()) {
    const identifier = identifiers.of(symbol.name);
    const column = columns.get(symbol.name);
    if (symbol.role === 'knob') data[identifier] = knobs[symbol.name] ?? symbol.knob.value;
    else if (column !== undefined) data[identifier] = nested(column);
  }
  return data;
}

/** By name, an index column by the names of its levels where it has such; for a file of the kind that `isFlat` says. */
export function pymcData({ model, plates, columns }: BoundModel): Readonly<Record<string, Nested>> {
  return Object.fromEntries(
    [...model.symbols.values()].flatMap((symbol) => {
      const column = columns.get(symbol.name);
      if (column === undefined || (symbol.role !== 'data' && symbol.role !== 'observed')) return [];
      const labels = symbol.indexes === null ? null : plates[symbol.indexes].labels;
      const values = labels === null ? nested(column) : Array.from(column.values, (code) => labels[code - 1]);
      return [[symbol.name, values] as const];
    }),
  );
}

function nested({ values, shape }: BoundColumn): Nested {
  if (shape.length === 0) return values[0];
  const [length, ...rest] = shape;
  const step = values.length / Math.max(1, length);
  return rest.length === 0
    ? Array.from(values)
    : Array.from({ length }, (_, k) =>
        nested({ values: values.subarray(k * step, (k + 1) * step), shape: rest, name: '', codes: null }),
      );
}
