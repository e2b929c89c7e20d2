// What the reader sets once for all figures: seed and interval, in the link; how deep diagnostics go, kept in this browser.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readSetting, readWord, withSetting, withWord } from './query';
import type { SettingSpec, WordSpec } from './query';

export const intervals = [50, 80, 89, 94, 95] as const;

export const seedSpec: SettingSpec = { kind: 'whole', label: 'seed', maximum: 4294967295, fallback: 1 };
export const intervalSpec: SettingSpec = { kind: 'choice', label: 'interval', choices: intervals, fallback: 89 };

/** A sentence; also ranks, R-hat and ESS; also tree depth, divergences and energy. */
export const depths = ['sentence', 'chains', 'geometry'] as const;
export type DiagnosticDepth = (typeof depths)[number];

export interface Settings {
  readonly seed: number;
  /** Percent of the highest-density intervals. */
  readonly interval: number;
  readonly depth: DiagnosticDepth;
  /** What a link asked for and could not have. */
  readonly complaints: readonly string[];
}

export const settings = createStore<Settings>(() => ({
  seed: seedSpec.fallback,
  interval: intervalSpec.fallback,
  depth: 'sentence',
  complaints: [],
}));

export function useSettings<T>(read: (state: Settings) => T): T {
  return useStore(settings, read);
}

/** Takes seed and interval from the address. Call once, after hydration. */
export function readSettingsFromAddress(): void {
  const seed = readFromAddress('seed', seedSpec);
  const interval = readFromAddress('interval', intervalSpec);
  settings.setState({ seed, interval });
}

/** Reads one name of the address; a value that cannot be used is explained to the reader. */
export function readFromAddress(name: string, spec: SettingSpec): number {
  const { value, complaint } = readSetting(new URLSearchParams(window.location.search).get(name), spec);
  if (complaint !== null) complain(complaint);
  return value;
}

/** Tells the reader what a link asked for and cannot have. */
export function complain(complaint: string): void {
  settings.setState((state) => ({ complaints: [...state.complaints.filter((c) => c !== complaint), complaint] }));
}

/** Puts a value into the address without a new entry in the history. */
export function writeToAddress(name: string, value: number, spec: SettingSpec): void {
  writeWordToAddress(name, String(value), String(spec.fallback));
}

/** The same for a setting that is one of a few words. */
export function readWordFromAddress<T extends string>(name: string, spec: WordSpec<T>): T {
  const { value, complaint } = readWord(new URLSearchParams(window.location.search).get(name), spec);
  if (complaint !== null) complain(complaint);
  return value;
}

export function writeWordToAddress(name: string, value: string, fallback: string): void {
  const { pathname, search, hash } = window.location;
  const query = withWord(search, name, value, fallback);
  if (query !== search) window.history.replaceState(window.history.state, '', `${pathname}${query}${hash}`);
}

export function chooseSeed(seed: number): void {
  settings.setState({ seed });
  writeToAddress('seed', seed, seedSpec);
}

export function chooseInterval(interval: number): void {
  settings.setState({ interval });
  writeToAddress('interval', interval, intervalSpec);
}

/** Seed and interval as a query, for links to other pages; '' where both have their defaults. */
export function settingsQuery({ seed, interval }: Settings): string {
  return withSetting(withSetting('', 'seed', seed, seedSpec), 'interval', interval, intervalSpec);
}

export function dismissComplaints(): void {
  settings.setState({ complaints: [] });
}

const depthKey = 'tadpool-depth';

/** Takes the depth that was chosen on an earlier visit; call after hydration. */
export function readKeptDepth(): void {
  try {
    const kept = localStorage.getItem(depthKey);
    const depth = depths.find((one) => one === kept);
    if (depth !== undefined) settings.setState({ depth });
  } catch {
    // A browser that keeps nothing shows the sentence.
  }
}

export function chooseDepth(depth: DiagnosticDepth): void {
  settings.setState({ depth });
  try {
    localStorage.setItem(depthKey, depth);
  } catch {
    // It holds until the page is left.
  }
}
