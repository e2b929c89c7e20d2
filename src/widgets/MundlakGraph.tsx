// Where the group mean of X stands among the causes: a descendant of the confound.
import type { ReactNode } from 'react';
import { CausalGraph } from '../charts/CausalGraph';
import { Figure } from '../charts/Figure';
import { arrowTable } from '../charts/graph';
import type { Graph } from '../charts/graph';

const graph: Graph = {
  nodes: [
    { id: 'G', symbol: 'G', name: 'what a group shares', column: 1, row: 0, unobserved: true },
    { id: 'Z', symbol: 'Z', name: 'group trait', column: 3, row: 0 },
    { id: 'Xbar', symbol: 'X\u0304', name: 'group mean of X', column: -0.6, row: 0 },
    { id: 'X', symbol: 'X', name: 'trait', column: 0, row: 1 },
    { id: 'Y', symbol: 'Y', name: 'survival', column: 2, row: 1 },
  ],
  edges: [
    { from: 'G', to: 'Xbar', lit: true },
    { from: 'G', to: 'X' },
    { from: 'G', to: 'Y' },
    { from: 'X', to: 'Y' },
    { from: 'Z', to: 'Y' },
  ],
};

const arrows = arrowTable('What the confound moves', [graph]);

export function MundlakGraph(): ReactNode {
  return (
    <Figure
      title="The group mean of X is a trace that the confound leaves"
      caption="The confound moves every X of its group, and so it moves their mean (the coloured arrow). Whoever knows the mean knows something about the confound. Holding it fixed closes a part of the back door."
      table={arrows}
    >
      <CausalGraph
        graph={graph}
        description="Causal graph. G, what a group shares and nobody measured, points at X, at Y, and at the group mean of X. X points at Y. Z, a group trait, points at Y. The group mean of X is a descendant of G."
      />
    </Figure>
  );
}
