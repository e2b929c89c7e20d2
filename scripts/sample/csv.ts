// Draws as CSV: one row a draw, chain and draw counted from 1, numbers at full precision.

export interface CsvBlock {
  readonly elements: readonly string[];
  readonly chains: readonly Float64Array[];
  /** Which elements to write. */
  readonly kept: readonly number[];
}

export function csvOf(blocks: readonly CsvBlock[]): string {
  const names = blocks.flatMap(({ elements, kept }) => kept.map((k) => elements[k]));
  const lines = [['chain', 'draw', ...names].map(quoted).join(',')];
  const [first] = blocks.filter(({ elements }) => elements.length > 0);
  first?.chains.forEach((values, chain) => {
    const count = values.length / first.elements.length;
    for (let draw = 0; draw < count; draw++) {
      const cells: number[] = [chain + 1, draw + 1];
      for (const { elements, chains, kept } of blocks)
        for (const k of kept) cells.push(chains[chain][draw * elements.length + k]);
      lines.push(cells.join(','));
    }
  });
  return `${lines.join('\n')}\n`;
}

export function everyElement(block: Pick<CsvBlock, 'elements' | 'chains'>): CsvBlock {
  return { ...block, kept: block.elements.map((_, k) => k) };
}

function quoted(name: string): string {
  return name.includes(',') ? `"${name}"` : name;
}
