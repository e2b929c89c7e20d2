// The robot among the cafés: the visits in its diary, how many of them it has made, and what it believes then.
import story from 'virtual:prerendered/cafes';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { cafeBeliefs, cafeCount, cafeKey } from '../engine/cafes';
import type { CafeBeliefs, CafeModel, Visit } from '../engine/cafes';
import { startRun } from '../engine/run';
import type { SettledDraws } from './fit-status';
import { pagePool } from './page-pool';
import { complain, readSettingsFromAddress, settings, writeWordToAddress } from './settings';
import { longestWait, readVisits, writeVisits } from './visits-link';

export type { CafeBelief, CafeBeliefs, CafeModel, Visit } from '../engine/cafes';
export { cafeCount } from '../engine/cafes';
export { longestWait } from './visits-link';

export type Beliefs = Readonly<Record<CafeModel, CafeBeliefs>>;

export interface CafesState {
  readonly diary: readonly Visit[];
  /** How many visits of the diary are made. */
  readonly made: number;
  /** Of the visits made; while they are computed, of the ones before. */
  readonly beliefs: Beliefs;
  readonly work: 'settled' | 'sampling' | 'failed';
  readonly playing: boolean;
}

/** The lesson at first sight: one visit, and all cafés have moved. */
const firstMade = 1;
/** Between two visits of a play, ms. */
const pace = 1600;
const models: readonly CafeModel[] = ['memory', 'amnesia'];

const store = createStore<CafesState>(() => ({
  diary: story.diary,
  made: firstMade,
  beliefs: story.beliefs[firstMade],
  work: 'settled',
  playing: false,
}));

let stopRuns: () => void = () => undefined;
let timer: number | undefined;

export function useCafes(): CafesState {
  return useStore(store);
}

/** The draws behind the beliefs, with memory and with amnesia. */
export function cafesDrawn(): readonly (SettledDraws | null)[] {
  const { beliefs, work } = store.getState();
  return models.map((model) => (work === 'settled' ? beliefs[model] : null));
}

/** The beliefs after the first visits of a diary, if the build has computed them under the reader's settings. */
function builtBeliefs(visits: readonly Visit[]): Beliefs | null {
  const { seed, interval } = settings.getState();
  const known = seed === 1 && interval === 89 && visits.every((visit, k) => visit === story.diary[k]);
  return known ? (story.beliefs[visits.length] ?? null) : null;
}

/** Goes to where `made` visits of `diary` are made. */
function goTo(diary: readonly Visit[], made: number): void {
  stopRuns();
  writeWordToAddress('visits', writeVisits({ diary, made }, story.diary), String(firstMade));
  const visits = diary.slice(0, made);
  const built = builtBeliefs(visits);
  if (built !== null) {
    store.setState({ diary, made, beliefs: built, work: 'settled' });
    return;
  }
  store.setState({ diary, made, work: 'sampling' });
  const found = new Map<CafeModel, CafeBeliefs>();
  const stops = models.map((model) => {
    const { seed, interval } = settings.getState();
    const options = {
      deterministics: true,
      depth: 'full',
      priority: 'figure',
      warmStarts: null,
      batch: 1000,
    } as const;
    const key = cafeKey(model, visits, seed);
    return startRun(pagePool(), key, { ...options, probability: interval / 100 }, (run) => {
      if (run.kind === 'failed') store.setState({ work: 'failed' });
      if (run.kind !== 'done') return;
      found.set(model, cafeBeliefs(key, run.result, interval / 100));
      const memory = found.get('memory');
      const amnesia = found.get('amnesia');
      if (memory !== undefined && amnesia !== undefined)
        store.setState({ beliefs: { memory, amnesia }, work: 'settled' });
    });
  });
  stopRuns = () => stops.forEach((stop) => stop());
}

function step(by: 1 | -1): void {
  const { diary, made } = store.getState();
  const next = made + by;
  if (next >= 0 && next <= diary.length) goTo(diary, next);
}

export function stepOn(): void {
  pause();
  step(1);
}

export function stepBack(): void {
  pause();
  step(-1);
}

/** From where it stands, or from the beginning if it stands at the end. */
export function play(): void {
  const { diary, made } = store.getState();
  if (made === diary.length) goTo(diary, 0);
  store.setState({ playing: true });
  timer = window.setInterval(() => {
    step(1);
    const now = store.getState();
    if (now.made === now.diary.length) pause();
  }, pace);
}

export function pause(): void {
  window.clearInterval(timer);
  store.setState({ playing: false });
}

export type Complaint = string;

/** Adds a visit after those made; the rest of the diary is struck out. Answers what is wrong with what was typed, or null. */
export function addVisit(cafe: number, typed: string): Complaint | null {
  const minutes = Number(typed.trim());
  if (typed.trim() === '' || !Number.isInteger(minutes) || minutes < 0 || minutes > longestWait)
    return `“${typed.trim()}” is no waiting time. Type whole minutes from 0 to ${longestWait}.`;
  if (!Number.isInteger(cafe) || cafe < 1 || cafe > cafeCount)
    return `There are ${cafeCount} cafés. Choose one of them.`;
  pause();
  const { diary, made } = store.getState();
  goTo([...diary.slice(0, made), { cafe, minutes }], made + 1);
  return null;
}

export function startOver(): void {
  pause();
  goTo(story.diary, 0);
}

/** Keeps the beliefs at the reader's seed and interval; call after hydration. Returns the function that parts them. */
export function connectCafes(): () => void {
  const again = (): void => {
    const { diary, made } = store.getState();
    goTo(diary, made);
  };
  readSettingsFromAddress();
  const asked = readVisits(new URLSearchParams(window.location.search).get('visits'), story.diary);
  if (asked.kind === 'refused') complain(asked.message);
  const { seed, interval } = settings.getState();
  if (asked.kind === 'read') goTo(asked.visits.diary, asked.visits.made);
  else if (seed !== 1 || interval !== 89) again();
  const part = settings.subscribe((now, before) => {
    if (now.seed !== before.seed || now.interval !== before.interval) again();
  });
  return () => {
    part();
    pause();
    stopRuns();
  };
}
