// The graph of a model, for figures.
import { expect, test } from 'vitest';
import { modelGraph } from '../../../src/lang/print/graph';
import { lectureModel, read } from './read';

test('the predators model: an edge for everything that a line reads', () => {
  const { nodes, edges, plates } = modelGraph(lectureModel('frogs-predators'));
  expect(nodes.map(({ name, role }) => `${name} ${role}`)).toEqual([
    'S observed',
    'D data',
    'p deterministic',
    'T data',
    'P data',
    'alpha parameter',
    'beta_P parameter',
    'sd_P knob',
    'alpha_bar parameter',
    'sigma parameter',
  ]);
  expect(edges.map(({ from, to, kind }) => `${from} ${to} ${kind}`)).toEqual([
    'D S value',
    'p S value',
    'alpha p value',
    'T p index',
    'beta_P p value',
    'P p value',
    'alpha_bar alpha value',
    'sigma alpha value',
    'sd_P beta_P value',
  ]);
  expect(plates.map(({ members }) => members.join(' '))).toEqual(['S D p T P', 'alpha']);
  expect(nodes.find(({ name }) => name === 'p')).toMatchObject({ link: 'logit', distribution: null });
  expect(nodes.find(({ name }) => name === 'alpha')).toMatchObject({ distribution: 'Normal', latex: '\\alpha' });
});

test('a letter spelled like a column is no edge', () => {
  const model = read('y[i] ~ Normal(a[T[i]], 1)\na[T] ~ Normal(b[T], 1)\nb[T] ~ Normal(0, 1)', {
    observed: ['y'],
    data: ['T'],
  });
  expect(modelGraph(model).edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['a y', 'T y', 'b a']);
});
