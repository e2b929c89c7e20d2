// What the lab says of its run: progress, the verdict on the fit that is shown, or why there is none.
import { pictureOf } from '../../engine/picture';
import type { Picture } from '../../engine/picture';
import { fitStatus } from '../fit-status';
import type { FitStatus } from '../fit-status';
import { samplerVersion } from '../../engine/lab/sampling';
import type { LabFit } from './fits';
import type { LabState } from './state';

export type LabStatus =
  | { readonly kind: 'nothing'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly message: string }
  /** `promise`: whether the draws are those that the link spoke of. */
  | { readonly kind: 'fit'; readonly status: FitStatus; readonly promise: string | null };

const pictures = new WeakMap<LabFit, Picture<null, null>>();

export function labPicture(fit: LabFit): Picture<null, null> {
  const known = pictures.get(fit) ?? pictureOf('settled', fit.runKey, null, fit.result, () => null);
  pictures.set(fit, known);
  return known;
}

const statuses = new WeakMap<object, LabStatus>();

/** The same object for the same run and fit. */
export function labStatus(state: LabState): LabStatus {
  const { run, fit, preview, moving } = state;
  if (moving) return underHand;
  switch (run.kind) {
    case 'warmup':
    case 'sampling':
      return remembered(run, () => busy(run));
    case 'failed':
      return remembered(run, () => {
        const { failure } = run;
        if (failure.kind !== 'model') return { kind: 'failed', message: failureWords(failure.kind, failure.message) };
        return { kind: 'failed', message: failure.errors.map(({ message, fix }) => `${message} ${fix}`).join(' ') };
      });
    case 'cancelled':
      return preview === null ? stopped : glimpsed;
    case 'idle':
    case 'done':
      if (preview !== null) return glimpsed;
      return fit === null ? nothing : remembered(fit, () => verdict(fit, state));
  }
}

const nothing: LabStatus = { kind: 'nothing', sentence: '' };
const underHand: LabStatus = { kind: 'fit', status: { kind: 'moving' }, promise: null };
const glimpsed: LabStatus = { kind: 'fit', status: { kind: 'stopped', shows: 'preview' }, promise: null };
const stopped: LabStatus = { kind: 'nothing', sentence: 'Stopped before there were draws to keep.' };

function remembered(key: object, make: () => LabStatus): LabStatus {
  const known = statuses.get(key) ?? make();
  statuses.set(key, known);
  return known;
}

function busy(run: Extract<LabState['run'], { kind: 'warmup' | 'sampling' }>): LabStatus {
  const { chains, settings } = run.key;
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const done = sum(run.progress.warmup) + sum(run.progress.draws);
  const wanted = chains * (settings.warmup + settings.draws);
  return { kind: 'fit', status: { kind: 'busy', stage: run.kind, done, wanted, untilGood: false }, promise: null };
}

function verdict(fit: LabFit, state: LabState): LabStatus {
  const { runKey, result } = fit;
  const run = { kind: 'done', key: runKey, result } as const;
  const status = fitStatus({ knob: null, moving: false, picture: labPicture(fit), run });
  return { kind: 'fit', status, promise: promiseWords(fit, state) };
}

/** Two people who see this sentence have the same posterior, to the bit. */
function promiseWords({ result }: LabFit, { promised }: LabState): string | null {
  if (promised === null || result.summary.depth !== 'full') return null;
  if (promised.hash === result.summary.draws_sha256) return 'These are the very draws that the link speaks of.';
  if (promised.sampler !== null && promised.sampler !== samplerVersion)
    return 'The link’s draws were made by another version of the sampler; these may differ from them by chance.';
  return 'These are not the draws that the link speaks of: the model, the data, the settings or the seed differ.';
}

function failureWords(kind: 'start' | 'bug', message: string): string {
  return kind === 'start'
    ? message
    : 'The sampler stopped because of a fault in this program. Your model is kept; reload the page to start afresh.';
}
