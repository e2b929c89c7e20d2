// Causal graphs: arrows keep clear of symbols and names, and the words list every cause.
import { expect, test } from 'vitest';
import { arrow, centre, coefficientPlace, describeGraph, nodeById, nodeRadius } from '../../src/charts/graph';
import type { Graph } from '../../src/charts/graph';

const frogs: Graph = {
  nodes: [
    { id: 'T', symbol: 'T', name: 'tank', column: 0, row: 0 },
    { id: 'D', symbol: 'D', name: 'density', column: 1, row: 0 },
    { id: 'G', symbol: 'G', name: 'size', column: 2, row: 0 },
    { id: 'P', symbol: 'P', name: 'predators', column: 3, row: 0 },
    { id: 'S', symbol: 'S', name: 'survival', column: 1.5, row: 1 },
  ],
  edges: ['T', 'D', 'G', 'P'].map((from) => ({ from, to: 'S' })),
};

const confounded: Graph = {
  nodes: [
    { id: 'G', symbol: 'G', name: 'group', column: 0, row: 0, unobserved: true },
    { id: 'X', symbol: 'X', name: 'trait', column: 0, row: 1 },
    { id: 'Y', symbol: 'Y', name: 'survival', column: 1, row: 1 },
  ],
  edges: [
    { from: 'G', to: 'X' },
    { from: 'G', to: 'Y' },
    { from: 'X', to: 'Y' },
  ],
};

test.each([
  ['frogs', frogs],
  ['confounded', confounded],
] as const)('%s: each arrow lies between its nodes and points from cause to effect', (_, graph) => {
  for (const edge of graph.edges) {
    const a = centre(nodeById(graph, edge.from));
    const b = centre(nodeById(graph, edge.to));
    const { from, to } = arrow(graph, edge);
    expect(Math.hypot(from.x - a.x, from.y - a.y)).toBeGreaterThan(nodeRadius);
    expect(Math.hypot(to.x - b.x, to.y - b.y)).toBeGreaterThan(nodeRadius);
    const forward = (to.x - from.x) * (b.x - a.x) + (to.y - from.y) * (b.y - a.y);
    expect(forward).toBeGreaterThan(0);
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    expect(forward).toBeCloseTo(length * Math.hypot(b.x - a.x, b.y - a.y), 6);
  }
});

test('the description names causes and effects', () => {
  expect(describeGraph(frogs)).toBe(
    'Causal graph. tank (T), density (D), size (G) and predators (P) point at survival (S).',
  );
  expect(describeGraph(confounded)).toBe(
    'Causal graph. group (G) points at trait (X). group (G) and trait (X) point at survival (Y). Not observed: group (G).',
  );
});

test('an edge to a node that is not there is a bug, and says which', () => {
  expect(() => arrow(frogs, { from: 'Q', to: 'S' })).toThrow('no node Q');
});

test.each([
  ['to the right', { x: 100, y: 0 }, { x: 50, y: -15 }],
  ['to the left', { x: -100, y: 0 }, { x: -50, y: -15 }],
  ['down to the right', { x: 60, y: 80 }, { x: 30 + 12, y: 40 - 9 }],
  ['down to the left', { x: -60, y: 80 }, { x: -30 - 12, y: 40 - 9 }],
])('a coefficient stands at the middle of its arrow, above it: %s', (_, to, place) => {
  const found = coefficientPlace({ from: { x: 0, y: 0 }, to });
  expect(found.x).toBeCloseTo(place.x, 10);
  expect(found.y).toBeCloseTo(place.y, 10);
});
