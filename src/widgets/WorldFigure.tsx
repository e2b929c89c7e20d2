// The simulator: the causal graph of the world, drawn from its numbers, and the sliders that change them.
import type { ReactNode } from 'react';
import { CausalGraph } from '../charts/CausalGraph';
import { Figure } from '../charts/Figure';
import { arrowTable } from '../charts/graph';
import type { Graph, GraphEdge } from '../charts/graph';
import { useWorld } from '../store/worlds';
import type { Effects } from '../store/worlds';
import { Announcement } from './Announcement';
import { WorldControls, worldName } from './WorldControls';

export function WorldFigure(): ReactNode {
  const { knob, moving } = useWorld();
  const { effects, seed } = knob;
  const sentence = backdoorSentence(effects);
  const graph = worldGraph(effects);
  return (
    <Figure
      width="wide"
      title="The confound reaches Y by two ways, and only one of them goes through X"
      caption={
        <>
          Arrows are as thick as the effects they stand for. The way from X back to the confound and on to Y, the back
          door, is coloured while it is open. You see {worldName(seed)}: with another effect they stay the same people
          with the same luck. More or fewer of them means other people.
        </>
      }
      table={arrowTable('Effects in this world, in log-odds of Y and in units of X', [graph])}
    >
      <div className="world-layout">
        <CausalGraph graph={graph} description={describeWorld(effects)} />
        <WorldControls />
      </div>
      <p className="world-note">{sentence}</p>
      <Announcement text={moving ? null : sentence} />
    </Figure>
  );
}

const nodes: Graph['nodes'] = [
  { id: 'G', symbol: 'G', name: 'what a group shares', column: 1, row: 0, unobserved: true },
  { id: 'Z', symbol: 'Z', name: 'group trait', column: 3, row: 0 },
  { id: 'X', symbol: 'X', name: 'trait', column: 0, row: 1 },
  { id: 'Y', symbol: 'Y', name: 'survival', column: 2, row: 1 },
];

/** An effect of 0 has no arrow. */
function worldGraph(effects: Effects): Graph {
  const { bXY, bZY, confoundSd, toX, toY } = effects;
  const lit = isOpen(effects);
  /** `sd`: of what the arrow starts from, where it is the door. */
  const edge = (from: string, to: string, effect: number, sd?: number): readonly GraphEdge[] => {
    const size = Math.abs(effect * (sd ?? 1));
    if (size === 0) return [];
    const weight = 0.5 + Math.min(size, 4) * 0.75;
    return [{ from, to, weight, lit: sd !== undefined && lit, coefficient: ['b', `${from}${to}`], effect }];
  };
  return {
    nodes,
    edges: [
      ...edge('G', 'X', toX, confoundSd),
      ...edge('G', 'Y', toY, confoundSd),
      ...edge('X', 'Y', bXY),
      ...edge('Z', 'Y', bZY),
    ],
  };
}

function isOpen({ confoundSd, toX, toY }: Effects): boolean {
  return confoundSd * toX * toY !== 0;
}

function backdoorSentence(effects: Effects): string {
  if (isOpen(effects)) return 'The back door is open: X and Y go together for a reason that is not X.';
  const { confoundSd, toX } = effects;
  if (confoundSd === 0) return 'The back door is closed: the confound is the same in all groups.';
  return toX === 0
    ? 'The back door is closed: the confound does not move X.'
    : 'The back door is closed: the confound does not move Y.';
}

function describeWorld(effects: Effects): string {
  const { bXY, bZY, confoundSd, toX, toY } = effects;
  return (
    'Causal graph. X, an individual trait, points at survival Y with effect ' +
    `${bXY}. Z, a group trait, points at Y with effect ${bZY}. G, what a group shares and nobody measured, ` +
    `has standard deviation ${confoundSd}; it points at X with effect ${toX} and at Y with effect ${toY}. ${backdoorSentence(effects)}`
  );
}
