// A run as the JSON that ArviZ's from_dict reads: groups of variables, draws nested [chain][draw] and then by the variable's own shape.
import { numericColumn } from '../../lang/data';
import { drawCount, statisticNames } from '../draws';
import type { Block, Draws, StatisticName, Variable } from '../draws';
import type { ModelSource } from '../key';

/** ArviZ's names for what its schema knows (InferenceData schema, sample_stats). */
const statisticOf: Readonly<Record<StatisticName, string>> = {
  acceptance_rate: 'acceptance_rate',
  step_size: 'step_size',
  tree_depth: 'tree_depth',
  leapfrogs: 'n_steps',
  energy: 'energy',
  diverging: 'diverging',
};

/** Numbers of a part, about: writing a part is a short task. */
const numbersAPart = 20_000;

/**
 * The text in parts, to be joined. Top level: `posterior`, `sample_stats` and `observed_data`, nothing else, so that both
 * `from_dict(**groups)` of ArviZ 0.x and `from_dict(groups)` of 1.x take it. Numbers that are none are written as Python's
 * json reads them: NaN, Infinity.
 */
export function* arvizParts({ parameters, deterministics, statistics }: Draws, source: ModelSource): Generator<string> {
  yield '{"posterior":{';
  let first = true;
  for (const block of [parameters, deterministics]) {
    if (block.chains.every((chain) => chain.length === 0)) continue;
    for (const variable of block.variables) {
      yield `${first ? '' : ','}${JSON.stringify(variable.name)}:`;
      yield* variableParts(block, variable);
      first = false;
    }
  }
  yield '},"sample_stats":{';
  for (const [k, name] of statisticNames.entries()) {
    yield `${k === 0 ? '' : ','}${JSON.stringify(statisticOf[name])}:`;
    yield statisticText(statistics, k, name);
  }
  yield `},"observed_data":${observedText(source)}}\n`;
}

function* variableParts(block: Block, { name, offset, size }: Variable): Generator<string> {
  const width = block.elements.length;
  const shape = shapeOf(name, block.elements[offset + size - 1]);
  const drawsAPart = Math.max(1, Math.floor(numbersAPart / size));
  yield '[';
  for (const [c, chain] of block.chains.entries()) {
    const count = drawCount(block, c);
    yield c === 0 ? '[' : ',[';
    for (let from = 0; from < count; from += drawsAPart) {
      const texts: string[] = [];
      for (let draw = from; draw < Math.min(count, from + drawsAPart); draw++)
        texts.push(nested(chain.subarray(draw * width + offset, draw * width + offset + size), shape));
      yield `${from === 0 ? '' : ','}${texts.join(',')}`;
    }
    yield ']';
  }
  yield ']';
}

/** From the name of its last element: `a[2,3]` is the last of 2 times 3. */
function shapeOf(name: string, last: string): readonly number[] {
  const indices = last.slice(name.length);
  return indices === '' ? [] : indices.slice(1, -1).split(',').map(Number);
}

function nested(values: Float64Array, shape: readonly number[]): string {
  if (shape.length === 0) return numberText(values[0]);
  if (shape.length === 1) return `[${Array.from(values, numberText).join(',')}]`;
  const [length, ...rest] = shape;
  const step = values.length / length;
  return `[${Array.from({ length }, (_, k) => nested(values.subarray(k * step, (k + 1) * step), rest)).join(',')}]`;
}

/** Shortest text that reads back as the same double. */
function numberText(value: number): string {
  return String(value);
}

function statisticText(statistics: readonly Float64Array[], place: number, name: StatisticName): string {
  const width = statisticNames.length;
  const chains = statistics.map((chain) => {
    const texts: string[] = [];
    for (let at = place; at < chain.length; at += width)
      texts.push(name === 'diverging' ? String(chain[at] === 1) : numberText(chain[at]));
    return `[${texts.join(',')}]`;
  });
  return `[${chains.join(',')}]`;
}

function observedText({ roles, data }: ModelSource): string {
  const entries = roles.observed.flatMap((name) => {
    const column = Object.hasOwn(data, name) ? numericColumn(data[name]) : null;
    return column === null ? [] : [`${JSON.stringify(name)}:${nested(column.values, column.shape)}`];
  });
  return `{${entries.join(',')}}`;
}
