// The fit under a control: quick pictures while the knob moves, the run of the key when it rests. A fit without a control has the knob null.
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RunKey } from '../engine/key';
import { pictureOf } from '../engine/picture';
import type { Picture } from '../engine/picture';
import type { Pool, Priority } from '../engine/pool';
import { startRun, summarizeWork } from '../engine/run';
import type { Run, RunOptions, RunResult } from '../engine/run';
import type { Draws } from '../engine/draws';
import { createGlimpses } from './glimpses';

/** `K`: what the control is set to; compared by identity. */
export interface KnobFitState<D, K = number> {
  /** Where the slider stands. */
  readonly knob: K;
  /** True from the first input until the slider rests. */
  readonly moving: boolean;
  readonly picture: Picture<D, K>;
  /** The run of the key at rest; its draws are kept for the table and the lab. */
  readonly run: Run;
}

export interface KnobFit<D, K = number> {
  readonly store: StoreApi<KnobFitState<D, K>>;
  /** The run key at a knob's value, under the reader's present settings. */
  readonly key: (knob: K) => RunKey;
  /** The slider moved: show a preview as soon as one can be had. */
  readonly move: (knob: K) => void;
  /** The slider rests: run the key. */
  readonly rest: (knob: K) => void;
  readonly stop: () => void;
  /** Runs the key where the slider stands without a word, so that workers are warm and a first preview has a place to start from. */
  readonly warm: () => void;
  /** Settings that belong to the key or to its summary changed. */
  readonly refresh: () => void;
}

export interface KnobFitOptions<D, K = number> {
  /** The pool, made when first needed. */
  readonly pool: () => Pool;
  /** The run key at a knob's value, under the reader's present settings. */
  readonly key: (knob: K) => RunKey;
  readonly probability: () => number;
  readonly built: Picture<D, K>;
  readonly derive: (draws: Draws, knob: K) => D;
  /** Whether draws carry the model's deterministic quantities: not where there are thousands. */
  readonly deterministics?: boolean;
}

/** Progress in the same stage is told no more often than this, ms: nobody reads faster, and each time costs the page a little. */
const toldEvery = 40;

export function createKnobFit<D, K = number>(options: KnobFitOptions<D, K>): KnobFit<D, K> {
  const store = createStore<KnobFitState<D, K>>(() => ({
    knob: options.built.knob,
    moving: false,
    picture: options.built,
    run: { kind: 'idle' },
  }));
  let cancelRun: () => void = () => undefined;
  const glimpses = createGlimpses<K>({
    pool: options.pool,
    key: options.key,
    probability: options.probability,
    deterministics: options.deterministics ?? true,
    wanted: () => store.getState().run.kind !== 'done',
    draw: (preview, key, knob) =>
      store.setState({ picture: pictureOf('preview', key, knob, { ...preview, ends: [] }, options.derive) }),
  });

  const keepEnds = (key: RunKey, { ends }: RunResult): void =>
    glimpses.startFrom(
      key,
      ends.map(({ warmStart }) => warmStart),
    );

  const runOptions = (priority: Priority): RunOptions => ({
    priority,
    depth: 'full',
    probability: options.probability(),
    deterministics: options.deterministics ?? true,
    warmStarts: null,
    batch: 100,
  });

  const runKey = (knob: K): void => {
    cancelRun();
    const key = options.key(knob);
    let told = -Infinity;
    cancelRun = startRun(options.pool(), key, runOptions('figure'), (run) => {
      if (run.kind !== 'done') {
        const now = performance.now();
        if (now - told < toldEvery && isMore(run, store.getState().run)) return;
        told = now;
        store.setState({ run });
        return;
      }
      keepEnds(key, run.result);
      store.setState({ run, picture: pictureOf('settled', key, knob, run.result, options.derive) });
    });
  };

  const move = (knob: K): void => {
    cancelRun();
    store.setState({ knob, moving: true, run: { kind: 'idle' } });
    glimpses.show(knob, 'moving');
  };

  const rest = (knob: K): void => {
    store.setState({ knob, moving: false, run: { kind: 'idle' } });
    if (store.getState().picture.knob !== knob) glimpses.show(knob, 'resting');
    runKey(knob);
  };

  const warm = (): void => {
    const { knob } = store.getState();
    const key = options.key(knob);
    cancelRun = startRun(options.pool(), key, runOptions('background'), (run) => {
      if (run.kind !== 'done') return;
      keepEnds(key, run.result);
      store.setState({ run, picture: pictureOf('settled', key, knob, run.result, options.derive) });
    });
  };

  const summarizeAgain = (key: RunKey, result: RunResult): void => {
    options.pool().submit({
      source: null,
      priority: 'figure',
      work: () => summarizeWork(key, result.draws, options.probability(), 'full'),
      listener: (message) => {
        const { run } = store.getState();
        if (message.kind !== 'summary' || run.kind !== 'done' || run.result !== result) return;
        const again = { ...result, summary: message.summary };
        store.setState({
          run: { kind: 'done', key, result: again },
          picture: pictureOf('settled', key, store.getState().knob, again, options.derive),
        });
      },
    });
  };

  const refresh = (): void => {
    const { run, knob } = store.getState();
    if (run.kind === 'done' && run.key.seed === options.key(knob).seed) summarizeAgain(run.key, run.result);
    else rest(knob);
  };

  const stop = (): void => {
    glimpses.stop();
    cancelRun();
  };

  return { store, key: options.key, move, rest, stop, warm, refresh };
}

/** Whether `run` is the one before, only farther on. */
function isMore(run: Run, before: Run): boolean {
  const underWay = run.kind === 'warmup' || run.kind === 'sampling';
  return underWay && run.kind === before.kind && run.progress.goal === before.progress.goal;
}
