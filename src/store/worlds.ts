// The world under the reader's hands: one for all figures of a page, joined to the address.
import table from 'virtual:prerendered/mundlak-world';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { worldKeys } from '../engine/world-run';
import type { WorldKeys } from '../engine/world-run';
import { lectureEffects, lectureSize, lectureWorld, sameEffects } from '../engine/worlds/lecture-world';
import { effectLimits, sizeLimits } from '../engine/worlds/limits';
import type { EffectName, SizeName } from '../engine/worlds/limits';
import { drawLuck, worldOf } from '../engine/worlds/world';
import type { Effects, Luck, World, WorldSize } from '../engine/worlds/world';
import type { KnobFit } from './knob-fit';
import type { SettingSpec } from './query';
import { readFromAddress, writeToAddress } from './settings';

export { baselinesOf, groupSizes } from '../engine/worlds/world';
export { groupMeansOfX } from '../engine/worlds/estimators';
export type { Effects, World, WorldSize } from '../engine/worlds/world';
export { effectLimits, sizeLimits } from '../engine/worlds/limits';
export type { EffectName, Limits, SizeName } from '../engine/worlds/limits';

/** The seed of the lecture's own people, which no seed of ours draws. */
export const lectureSeed = 0;

/** A control's position: compared by identity, so never changed in place. */
export interface WorldKnob {
  /** Of the people: `lectureSeed` for the lecture's, who come in the lecture's number only. */
  readonly seed: number;
  readonly size: WorldSize;
  readonly effects: Effects;
  /** Rate of tau's prior: the lecture prints 10 and runs 1. */
  readonly rateTau: number;
}

export const lectureKnob: WorldKnob = { seed: lectureSeed, size: lectureSize, effects: lectureEffects, rateTau: 1 };

export const rates = [1, 10] as const;

export interface WorldState {
  readonly knob: WorldKnob;
  /** True from the first input until the hand rests. */
  readonly moving: boolean;
}

export const worldStore = createStore<WorldState>(() => ({ knob: lectureKnob, moving: false }));

export function useWorld(): WorldState {
  return useStore(worldStore);
}

const lecturePeople = lectureWorld(table);
const lucks = new Map<string, Luck>();
const worlds = new WeakMap<WorldKnob, World>();
const keys = new WeakMap<WorldKnob, WorldKeys>();

export function worldAt(knob: WorldKnob): World {
  const world = worlds.get(knob) ?? makeWorld(knob);
  worlds.set(knob, world);
  return world;
}

export function keysAt(knob: WorldKnob): WorldKeys {
  const known = keys.get(knob) ?? worldKeys(worldAt(knob));
  keys.set(knob, known);
  return known;
}

function makeWorld({ seed, size, effects }: WorldKnob): World {
  if (seed === lectureSeed) return lecturePeople(effects);
  const name = `${seed} ${size.groups} ${size.individuals}`;
  const luck = lucks.get(name) ?? drawLuck(size, seed);
  // Only the last is wanted again, while an effect moves.
  lucks.clear();
  lucks.set(name, luck);
  return worldOf(luck, effects);
}

type Follower = Pick<KnobFit<unknown, WorldKnob>, 'move' | 'rest'>;
const followers = new Set<Follower>();

/** A fit that is made anew whenever the world changes. */
export function followWorld(fit: Follower): () => void {
  followers.add(fit);
  return () => followers.delete(fit);
}

export function moveWorld(change: (knob: WorldKnob) => WorldKnob): void {
  const knob = change(worldStore.getState().knob);
  worldStore.setState({ knob, moving: true });
  for (const fit of followers) fit.move(knob);
}

/** `change` may return the knob it is given: then the hand only comes to rest. */
export function restWorld(change: (knob: WorldKnob) => WorldKnob): void {
  const knob = change(worldStore.getState().knob);
  worldStore.setState({ knob, moving: false });
  writeKnob(knob);
  for (const fit of followers) fit.rest(knob);
}

export function withEffect(name: EffectName, value: number): (knob: WorldKnob) => WorldKnob {
  return (knob) => ({ ...knob, effects: { ...knob.effects, [name]: value } });
}

/** The lecture's people come in one number only: others take their place. */
export function withSize(name: SizeName, value: number): (knob: WorldKnob) => WorldKnob {
  return (knob) => ({ ...knob, seed: Math.max(1, knob.seed), size: { ...knob.size, [name]: value } });
}

export function withPeople(seed: number): (knob: WorldKnob) => WorldKnob {
  return (knob) => ({ ...knob, seed, size: seed === lectureSeed ? lectureSize : knob.size });
}

export function sameWorld(a: WorldKnob, b: WorldKnob): boolean {
  return (
    a.seed === b.seed &&
    a.rateTau === b.rateTau &&
    a.size.groups === b.size.groups &&
    a.size.individuals === b.size.individuals &&
    sameEffects(a.effects, b.effects)
  );
}

interface Named {
  readonly name: string;
  readonly spec: SettingSpec;
}

const seedNamed: Named = {
  name: 'world',
  spec: { kind: 'whole', label: 'world', maximum: 4294967295, fallback: lectureSeed },
};
const rateNamed: Named = {
  name: 'rate',
  spec: { kind: 'choice', label: 'the rate of tau’s prior', choices: rates, fallback: 1 },
};
const bounded = (name: string, label: string, { minimum, maximum, value }: (typeof effectLimits)['alpha']): Named => ({
  name,
  spec: { kind: 'number', label, minimum, maximum, fallback: value },
});
const sizesNamed: Readonly<Record<SizeName, Named>> = {
  groups: bounded('groups', 'groups', sizeLimits.groups),
  individuals: bounded('individuals', 'individuals', sizeLimits.individuals),
};
const effectsNamed: Readonly<Record<EffectName, Named>> = {
  alpha: bounded('alpha', 'alpha', effectLimits.alpha),
  bXY: bounded('bxy', 'bXY', effectLimits.bXY),
  bZY: bounded('bzy', 'bZY', effectLimits.bZY),
  confoundSd: bounded('sdu', 'the sd of the confound', effectLimits.confoundSd),
  toX: bounded('gx', 'the confound’s effect on X', effectLimits.toX),
  toY: bounded('gy', 'the confound’s effect on Y', effectLimits.toY),
};

function readKnob(): WorldKnob {
  const read = ({ name, spec }: Named): number => readFromAddress(name, spec);
  const size: WorldSize = {
    groups: Math.round(read(sizesNamed.groups)),
    individuals: Math.round(read(sizesNamed.individuals)),
  };
  const seed = read(seedNamed);
  const other = size.groups !== lectureSize.groups || size.individuals !== lectureSize.individuals;
  return {
    seed: other ? Math.max(1, seed) : seed,
    size,
    effects: {
      alpha: read(effectsNamed.alpha),
      bXY: read(effectsNamed.bXY),
      bZY: read(effectsNamed.bZY),
      confoundSd: read(effectsNamed.confoundSd),
      toX: read(effectsNamed.toX),
      toY: read(effectsNamed.toY),
    },
    rateTau: read(rateNamed),
  };
}

function writeKnob({ seed, size, effects, rateTau }: WorldKnob): void {
  const write = ({ name, spec }: Named, value: number): void => writeToAddress(name, value, spec);
  write(seedNamed, seed);
  write(rateNamed, rateTau);
  write(sizesNamed.groups, size.groups);
  write(sizesNamed.individuals, size.individuals);
  for (const name of ['alpha', 'bXY', 'bZY', 'confoundSd', 'toX', 'toY'] as const)
    write(effectsNamed[name], effects[name]);
}

let read = false;

/** Takes the world from the address; call after hydration, any number of times. */
export function readWorldFromAddress(): void {
  if (read) return;
  read = true;
  const knob = readKnob();
  if (!sameWorld(knob, worldStore.getState().knob)) restWorld(() => knob);
}
