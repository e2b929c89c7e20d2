// The latent machine's graph in its two sub-models: how X comes about, and how Y does.
import type { ReactNode } from 'react';
import { CausalGraph } from '../charts/CausalGraph';
import { Figure } from '../charts/Figure';
import { arrowTable } from '../charts/graph';
import type { Graph } from '../charts/graph';
import './world.css';

const forX: Graph = {
  nodes: [
    { id: 'u', symbol: 'u', name: 'latent confound', column: 0, row: 0, unobserved: true },
    { id: 'X', symbol: 'X', name: 'trait', column: 0, row: 1 },
  ],
  edges: [{ from: 'u', to: 'X', lit: true }],
};

const forY: Graph = {
  nodes: [
    { id: 'X', symbol: 'X', name: 'trait', column: 0, row: 0 },
    { id: 'u', symbol: 'u', name: 'latent confound', column: 1.3, row: 0, unobserved: true },
    { id: 'Z', symbol: 'Z', name: 'group trait', column: 2.6, row: 0 },
    { id: 'Y', symbol: 'Y', name: 'survival', column: 1.3, row: 1 },
  ],
  edges: [
    { from: 'X', to: 'Y' },
    { from: 'u', to: 'Y', lit: true },
    { from: 'Z', to: 'Y' },
  ],
};

const arrows = arrowTable('What the latent confound moves', [forX, forY]);

export function LatentGraphs(): ReactNode {
  return (
    <Figure
      title="One unknown in two sub-models: what X tells about it, Y may use"
      caption="The latent confound u is a parameter, one a group. The first sub-model says how it moves X, the second how it moves Y. They are fitted together, so that u is learned from both."
      table={arrows}
    >
      <div className="world-graphs">
        <div>
          <p>How X comes about</p>
          <CausalGraph graph={forX} description="First sub-model: the latent confound u, not observed, points at X." />
        </div>
        <div>
          <p>How Y comes about</p>
          <CausalGraph
            graph={forY}
            description="Second sub-model: X, the latent confound u and the group trait Z point at Y."
          />
        </div>
      </div>
    </Figure>
  );
}
