// The world under the reader's hands: what a change leaves alone, and who hears of it.
import { afterEach, describe, expect, test, vi } from 'vitest';

vi.mock('virtual:prerendered/mundlak-world', async () => {
  const { table } = await import('../engine/run-model');
  return { default: table('mundlak') };
});

vi.stubGlobal('window', {
  location: { pathname: '/confounds/', search: '', hash: '' },
  history: { state: null, replaceState: (_: unknown, __: string, address: string) => addresses.push(address) },
});
const addresses: string[] = [];

const {
  followWorld,
  keysAt,
  lectureKnob,
  moveWorld,
  restWorld,
  sameWorld,
  withEffect,
  withPeople,
  withSize,
  worldAt,
  worldStore,
} = await import('../../src/store/worlds');

afterEach(() => {
  restWorld(() => lectureKnob);
  addresses.length = 0;
});

describe('a change', () => {
  test('of an effect keeps the people', () => {
    const other = withEffect('toY', 2)(lectureKnob);
    expect(worldAt(other).X).toEqual(worldAt({ ...other, effects: { ...other.effects, toY: 0 } }).X);
    expect(worldAt(other).Z).toEqual(worldAt(lectureKnob).Z);
  });

  test('of the size needs other people than the lecture’s, and keeps those of a seed', () => {
    expect(withSize('groups', 40)(lectureKnob)).toMatchObject({ seed: 1, size: { groups: 40, individuals: 200 } });
    expect(withSize('groups', 40)({ ...lectureKnob, seed: 7 }).seed).toBe(7);
  });

  test('back to the lecture’s people brings back their number', () => {
    const many = withSize('individuals', 500)(lectureKnob);
    expect(sameWorld(withPeople(0)(many), lectureKnob)).toBe(true);
    expect(withPeople(5)(many).size.individuals).toBe(500);
  });
});

test('a moving hand is heard of and not written down; a resting one is', () => {
  const heard: string[] = [];
  const part = followWorld({
    move: ({ effects }) => heard.push(`move ${effects.toY}`),
    rest: ({ effects }) => heard.push(`rest ${effects.toY}`),
  });
  moveWorld(withEffect('toY', 0.5));
  expect(worldStore.getState().moving).toBe(true);
  expect(addresses).toEqual([]);
  restWorld(withEffect('toY', 0));
  part();
  restWorld(withEffect('toY', 2));
  expect(heard).toEqual(['move 0.5', 'rest 0']);
  expect(worldStore.getState()).toMatchObject({ moving: false, knob: { effects: { toY: 2 } } });
  expect(addresses[0]).toContain('gy=0');
});

test('a world is made once, and its sources are the same objects, so that a worker compiles them once', () => {
  const knob = withEffect('alpha', 1)(lectureKnob);
  expect(worldAt(knob)).toBe(worldAt(knob));
  const [a, b] = [1, 2].map((seed) => keysAt(knob).key('latent', 1, seed));
  expect(a.source).toBe(b.source);
  expect(keysAt(knob).key('naive', 1, 1).knobs).toEqual({});
  expect(keysAt(knob).key('multilevel', 10, 1).knobs).toEqual({ rate_tau: 10 });
});
