// The pictures under a moving hand: a short one at each place it comes to, and a longer one where it pauses.
import type { ModelSource, RunKey } from '../engine/key';
import { inquire } from '../engine/inquiry';
import type { Pool } from '../engine/pool';
import { previewPlan } from '../engine/preview';
import type { Preview } from '../engine/preview';
import type { WarmStart } from '../engine/run';

export interface Glimpses<K> {
  /** A picture at `knob` as soon as one can be had; of the places asked for meanwhile only the last is drawn. */
  readonly show: (knob: K, hand: 'moving' | 'resting') => void;
  /** The next picture of the key's model begins where these chains ended. */
  readonly startFrom: (key: RunKey, ends: readonly WarmStart[]) => void;
  /** No more pictures until one is asked for. */
  readonly stop: () => void;
}

export interface GlimpseOptions<K> {
  readonly pool: () => Pool;
  readonly key: (knob: K) => RunKey;
  readonly probability: () => number;
  readonly deterministics: boolean;
  /** Whether a picture would still be news. */
  readonly wanted: () => boolean;
  readonly draw: (preview: Preview, key: RunKey, knob: K) => void;
}

/**
 * Pictures aim at no target: enough draws for a mean that moves smoothly (off by a twentieth of a posterior standard deviation, as long runs
 * along the frogs' slider tell), few enough for a frame. Their steps are longer than the lecture's, which are shorter for the sake of R-hat.
 */
const glimpse = { warmup: 12, draws: 50, targetAccept: 0.6 } as const;
/** Where the hand pauses. */
const closerLook = { ...glimpse, draws: 250 } as const;
/** Without a place to start from. */
const coldWarmup = 150;

/** A hand that has not moved for so long pauses, ms. */
const pause = 80;

type Work<K> =
  | { readonly kind: 'none' }
  /** Between a glimpse and the closer look. */
  | { readonly kind: 'waiting'; readonly timer: ReturnType<typeof setTimeout> }
  /** A glimpse is short enough to wait for. */
  | { readonly kind: 'glimpse'; readonly next: Parameters<Glimpses<K>['show']> | null }
  | { readonly kind: 'closer look'; readonly stop: () => void };

export function createGlimpses<K>(options: GlimpseOptions<K>): Glimpses<K> {
  /** Where the last picture of each model text ended: a change of parameterization has its own. */
  const starts = new WeakMap<ModelSource, readonly WarmStart[]>();
  let work: Work<K> = { kind: 'none' };

  /** Calls `then` with what was drawn; null where it was cancelled, or could not be. Returns the function that cancels. */
  const sample = (key: RunKey, length: typeof glimpse | typeof closerLook, then: (preview: Preview | null) => void) => {
    const start = starts.get(key.source) ?? null;
    const pool = options.pool();
    const settings = { ...key.settings, ...length, ...(start === null ? { warmup: coldWarmup } : {}) };
    const plan = previewPlan({ ...key, settings }, start, {
      workers: pool.size,
      probability: options.probability(),
      deterministics: options.deterministics,
    });
    return inquire(pool, plan, 'preview', (state) => {
      if (state.kind === 'working') return;
      if (state.kind === 'done') starts.set(key.source, state.value.ends);
      then(state.kind === 'done' ? state.value : null);
    });
  };

  const look = (knob: K, hand: 'moving' | 'resting'): void => {
    const key = options.key(knob);
    work = { kind: 'glimpse', next: null };
    sample(key, glimpse, (preview) => {
      const next = work.kind === 'glimpse' ? work.next : null;
      work = { kind: 'none' };
      if (!options.wanted()) return;
      // Workers begin the next one before the page draws this one.
      if (next !== null) look(...next);
      else if (preview !== null && hand === 'moving')
        work = { kind: 'waiting', timer: setTimeout(() => lookCloser(knob), pause) };
      if (preview !== null) options.draw(preview, key, knob);
    });
  };

  const lookCloser = (knob: K): void => {
    const key = options.key(knob);
    const stop = sample(key, closerLook, (preview) => {
      if (work.kind !== 'closer look' || work.stop !== stop) return;
      work = { kind: 'none' };
      if (preview !== null && options.wanted()) options.draw(preview, key, knob);
    });
    work = { kind: 'closer look', stop };
  };

  const show = (knob: K, hand: 'moving' | 'resting'): void => {
    if (work.kind === 'glimpse') work = { ...work, next: [knob, hand] };
    else {
      stop();
      look(knob, hand);
    }
  };

  const stop = (): void => {
    const now = work;
    switch (now.kind) {
      case 'none':
        return;
      case 'glimpse':
        work = { ...now, next: null };
        return;
      case 'waiting':
        work = { kind: 'none' };
        return clearTimeout(now.timer);
      case 'closer look':
        work = { kind: 'none' };
        return now.stop();
    }
  };

  return { show, stop, startFrom: (key, ends) => void starts.set(key.source, ends) };
}
