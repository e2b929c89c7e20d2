// Worlds drawn from a model: parameters from the prior, data from the parameters.
import { prepareModel } from '../../src/engine/prepare';
import type { ModelSource } from '../../src/engine/key';
import type { BoundModel } from '../../src/lang/bind';
import { indexColumn } from '../../src/lang/data';
import type { Column, DataSet } from '../../src/lang/data';
import { success } from '../../src/lang/result';
import type { Result } from '../../src/lang/result';
import type { Random } from '../../src/math/random';

export interface World {
  /** Declared parameters in text order, on their own scale. */
  readonly truth: Float64Array;
  /** The given data with every observed column replaced by a drawn one. */
  readonly data: DataSet;
}

export interface Generator {
  /** Names of the elements of `truth`. */
  readonly elements: readonly string[];
  readonly draw: (random: Random) => World;
}

/** The errors are those of text and data. */
export function createGenerator(source: ModelSource, knobs: Readonly<Record<string, number>>): Result<Generator> {
  const prepared = prepareModel({ ...source, noncentered: [] });
  if (!prepared.ok) return prepared;
  const { layout, compiled, setKnobs } = prepared.value;
  setKnobs(knobs);
  const simulator = prepared.value.simulator();
  const { outcomes } = simulator.compiled;
  const length = outcomes.reduce((total, { size }) => total + size, 0);
  const draw = (random: Random): World => {
    const truth = new Float64Array(layout.parameterElements.length);
    const values = new Float64Array(length);
    simulator.instance.prior(random, truth, values);
    const drawn = outcomes.map(({ name, offset, size }): [string, Column] => [
      name,
      columnOf(name, values.slice(offset, offset + size), compiled.bound),
    ]);
    return { truth, data: { ...source.data, ...Object.fromEntries(drawn) } };
  };
  return success({ elements: layout.parameterElements, draw });
}

/** An ordered response keeps all its levels, drawn or not: one more than it has cutpoints. */
function columnOf(name: string, values: Float64Array, bound: BoundModel): Column {
  const statement = bound.model.statements.find((candidate) => candidate.name === name);
  if (statement?.kind !== 'draw' || statement.distribution.support.kind !== 'category') return values;
  const { vector } = statement.distribution.support;
  const argument = statement.arguments[statement.distribution.arguments.findIndex((other) => other.name === vector)];
  const plate = argument.kind === 'reference' ? bound.model.symbols.get(argument.name)?.plates.at(-1) : undefined;
  if (plate === undefined) throw new Error(`the cutpoints of ${name} are no vector`);
  return indexColumn([...values], bound.plates[plate].size + 1);
}
