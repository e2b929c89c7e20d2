// Draws as they are kept: one Float64Array a chain, draw by draw, with the names of what stands in a draw.

/** A declared name and the elements it stands for; `alpha` of 48 tanks has the elements `alpha[1]` … `alpha[48]`. */
export interface Variable {
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}

/** `chains[c][draw * elements.length + e]` is element e of a draw of chain c. */
export interface Block {
  readonly variables: readonly Variable[];
  readonly elements: readonly string[];
  readonly chains: readonly Float64Array[];
}

/** Statistics of one draw, in the order of `statisticNames`. */
export const statisticNames = [
  'acceptance_rate',
  'step_size',
  'tree_depth',
  'leapfrogs',
  'energy',
  'diverging',
] as const;
export type StatisticName = (typeof statisticNames)[number];

export interface Draws {
  /** Declared parameters in text order, on their constrained scale. */
  readonly parameters: Block;
  /** Deterministic quantities in text order; empty when they were not asked for. */
  readonly deterministics: Block;
  /** `statistics[c][draw * statisticNames.length + k]`. */
  readonly statistics: readonly Float64Array[];
}

export function drawCount(block: Block, chain: number): number {
  return block.elements.length === 0 ? 0 : block.chains[chain].length / block.elements.length;
}

/** The draws of one element, one array a chain. */
export function column(block: Block, element: number): Float64Array[] {
  const width = block.elements.length;
  return block.chains.map((chain) => {
    const values = new Float64Array(chain.length / width);
    for (let draw = 0; draw < values.length; draw++) values[draw] = chain[draw * width + element];
    return values;
  });
}

/** The draws of an element by its name, `alpha[3]`; null when there is none. */
export function columnNamed(block: Block, element: string): Float64Array[] | null {
  const index = block.elements.indexOf(element);
  return index < 0 ? null : column(block, index);
}

export function statisticColumn(statistics: readonly Float64Array[], name: StatisticName): Float64Array[] {
  const width = statisticNames.length;
  const offset = statisticNames.indexOf(name);
  return statistics.map((chain) => {
    const values = new Float64Array(chain.length / width);
    for (let draw = 0; draw < values.length; draw++) values[draw] = chain[draw * width + offset];
    return values;
  });
}

/** What arrays are kept in, each once: to be moved to another thread. */
export function buffersOf(arrays: readonly Float64Array[]): ArrayBuffer[] {
  return [...new Set(arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : [])))];
}

export function buffersOfDraws({ parameters, deterministics, statistics }: Draws): ArrayBuffer[] {
  return buffersOf([...parameters.chains, ...deterministics.chains, ...statistics]);
}
