// The reed-frog experiment as a causal graph: tank, density, size and predators each point at survival.
import type { ReactNode } from 'react';
import { CausalGraph as Drawing } from '../charts/CausalGraph';
import { Figure } from '../charts/Figure';
import type { Graph } from '../charts/graph';

const graph: Graph = {
  nodes: [
    { id: 'T', symbol: 'T', name: 'tank', column: 0, row: 0 },
    { id: 'D', symbol: 'D', name: 'density', column: 1, row: 0 },
    { id: 'G', symbol: 'G', name: 'size', column: 2, row: 0 },
    { id: 'P', symbol: 'P', name: 'predators', column: 3, row: 0 },
    { id: 'S', symbol: 'S', name: 'survival', column: 1.5, row: 1 },
  ],
  edges: ['T', 'D', 'G', 'P'].map((from) => ({ from, to: 'S' })),
};

export function CausalGraph(): ReactNode {
  return (
    <Figure
      title="Four things bear on survival, and one of them is simply which tank it was"
      caption="An arrow says: a change here can make a difference there. The tank stands for everything its tadpoles share that nobody wrote down."
    >
      <Drawing graph={graph} />
    </Figure>
  );
}
