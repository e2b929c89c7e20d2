// The reed-frog experiment as a causal graph: tank, density, size and predators each point at survival.
import type { ReactNode } from 'react';
import { CausalGraph as Drawing } from '../charts/CausalGraph';
import { Figure } from '../charts/Figure';
import { arrowTable } from '../charts/graph';
import type { Graph } from '../charts/graph';

const causes = [
  { id: 'T', symbol: 'T', name: 'tank', column: 0, row: 0 },
  { id: 'D', symbol: 'D', name: 'density', column: 1, row: 0 },
  { id: 'G', symbol: 'G', name: 'size', column: 2, row: 0 },
  { id: 'P', symbol: 'P', name: 'predators', column: 3, row: 0 },
];

export interface CausalGraphProps {
  /** The causes whose arrows are lit, apart by spaces: "T P". */
  readonly lit?: string;
  /** The finding, where it is another than that there are four causes. */
  readonly title?: string;
  readonly caption?: string;
}

export function CausalGraph({
  lit = '',
  title = 'Four things bear on survival, and one of them is simply which tank it was',
  caption = 'An arrow says: a change here can make a difference there. The tank stands for everything its tadpoles share that nobody wrote down.',
}: CausalGraphProps): ReactNode {
  const graph = graphOf(lit.split(' '));
  return (
    <Figure title={title} caption={caption} table={arrowTable('What bears on survival', [graph])}>
      <Drawing graph={graph} />
    </Figure>
  );
}

function graphOf(lit: readonly string[]): Graph {
  return {
    nodes: [...causes, { id: 'S', symbol: 'S', name: 'survival', column: 1.5, row: 1 }],
    edges: causes.map(({ id }) => ({ from: id, to: 'S', lit: lit.includes(id) })),
  };
}
