// Running the lab's model: the run of its key with estimates on the way, the prior before the data, and the fits that remain.
import type { Block } from '../../engine/draws';
import { inquire } from '../../engine/inquiry';
import type { ModelSource, RunKey } from '../../engine/key';
import { knobValues, rolesOf } from '../../engine/lab/examine';
import { keepsDeterministics, secondsOf } from '../../engine/lab/weigh';
import type { Pool } from '../../engine/pool';
import { startRun, summarizeWork } from '../../engine/run';
import type { Run, RunOptions, WarmStart } from '../../engine/run';
import { priorViewPlan } from '../../engine/results/prior-view';
import { steerRun } from '../../engine/steer';
import type { Steering } from '../../engine/steer';
import { defaultSettings, samplerVersion } from '../../engine/lab/sampling';
import type { Lab } from './lab';
import { mostFits } from './fits';
import type { LabFit } from './fits';
import type { LabState } from './state';
import { dataWords, titleOf } from './words';

export interface LabRunner {
  /** The key of a run as the lab stands; null where the model is not joined with data. */
  readonly key: () => RunKey | null;
  /** Does nothing where the model is not ready. */
  readonly run: () => void;
  /** Ends a run with the draws that it has, or without any. */
  readonly stop: () => void;
  /** A knob moved: a glimpse of the fit at its new place, as soon as one can be had; nothing where there is no fit of this model. */
  readonly glimpse: () => void;
  readonly simulatePrior: () => void;
  readonly show: (fit: LabFit) => void;
  readonly forget: (fit: LabFit) => void;
}

export interface RunnerOptions {
  readonly pool: () => Pool;
  readonly seed: () => number;
  /** Mass of the highest-density intervals. */
  readonly probability: () => number;
}

/** Between two looks at the draws so far, ms. */
const earlyEvery = 700;
/** Transitions of a glimpse, from where the last run ended. */
const short = { warmup: 40, draws: 250 } as const;
/** What takes longer is no glimpse, s. */
const patience = 1;

export function createRunner(lab: Lab, options: RunnerOptions): LabRunner {
  const { store } = lab;
  let steering: Steering | null = null;
  let source: ModelSource | null = null;
  let fits = 0;
  let lookedAt = 0;
  let looking = false;
  /** Where the last run of the source ended. */
  let warm: { readonly source: ModelSource; readonly starts: readonly WarmStart[] } | null = null;
  let glimpsing = false;
  let glimpseAgain = false;

  /** The same object for the same model, so that workers compile it once. */
  const sourceOf = (state: LabState): ModelSource | null => {
    const { examination, data, document } = state;
    if (examination.view === null || data.kind !== 'ready') return null;
    const roles = rolesOf(examination.declarations, document.base);
    const same =
      source !== null &&
      source.text === examination.text &&
      source.data === data.data &&
      JSON.stringify([source.roles, source.noncentered]) === JSON.stringify([roles, examination.noncentered]);
    if (!same) source = { text: examination.text, roles, data: data.data, noncentered: examination.noncentered };
    return source;
  };

  const lookEarly = (key: RunKey, pool: Pool): void => {
    const now = performance.now();
    if (looking || now - lookedAt < earlyEvery) return;
    const block = steering?.soFar() ?? null;
    if (block === null) return;
    looking = true;
    lookedAt = now;
    const mine = steering;
    pool.submit({
      source: null,
      priority: 'preview',
      work: () => summarizeWork(key, drawsOf(block), options.probability(), 'estimates'),
      listener: (message) => {
        looking = false;
        if (message.kind !== 'summary' || steering !== mine || store.getState().run.kind !== 'sampling') return;
        const { parameters } = message.summary;
        store.setState({ early: parameters.map((estimate, k) => ({ name: block.elements[k], estimate })) });
      },
    });
  };

  const keyOf = (state: LabState): RunKey | null => {
    const ready = sourceOf(state);
    if (ready === null) return null;
    const { chains, ...length } = state.document.settings;
    return {
      source: ready,
      knobs: knobValues(state.examination.declarations),
      chains,
      settings: { ...defaultSettings, ...length },
      target: null,
      seed: options.seed(),
      samplerVersion,
    };
  };

  const run = (): void => {
    const state = store.getState();
    const key = keyOf(state);
    if (key === null || state.weight.kind !== 'weighed') return;
    steering?.cancel();
    glimpseAgain = false;
    store.setState({ moving: false });
    const pool = options.pool();
    const made = factsOf(state, keepsDeterministics(state.weight.weight, state.document.settings));
    store.setState({ early: [] });
    lookedAt = performance.now();
    steering = steerRun(pool, key, optionsOf(made), (now) => hear(now, key, pool, made));
  };

  const hear = (now: Run, key: RunKey, pool: Pool, made: MadeFacts): void => {
    if (now.kind !== 'done') {
      store.setState({ run: now });
      if (now.kind === 'sampling') lookEarly(key, pool);
      return;
    }
    fits++;
    const fit = fitOf(now.key, now.result, made, fits);
    keepWarm(now.key, now.result);
    const { fits: before } = store.getState();
    store.setState({ run: now, early: [], fit, preview: null, fits: [...before, fit].slice(-mostFits) });
  };

  const keepWarm = ({ source: of }: RunKey, { ends }: LabFit['result']): void => {
    warm = { source: of, starts: ends.map(({ warmStart }) => warmStart) };
  };

  /** The key where a glimpse can be had: the model has been run, its draws came quickly, and it has not changed. */
  const glimpseKey = (): RunKey | null => {
    const state = store.getState();
    const key = keyOf(state);
    if (key === null || state.fit === null || state.weight.kind !== 'weighed' || warm?.source !== key.source)
      return null;
    const effort = { chains: key.chains, ...short };
    return secondsOf(state.weight.weight, effort, options.pool().size) > patience ? null : key;
  };

  const glimpse = (key: RunKey): void => {
    if (glimpsing) {
      glimpseAgain = true;
      return;
    }
    glimpsing = true;
    const state = store.getState();
    const made = factsOf(state, state.fit !== null && state.fit.names.deterministics.length > 0);
    const starts = warm?.starts.length === key.chains ? warm.starts : null;
    startRun(
      options.pool(),
      { ...key, settings: { ...key.settings, ...short } },
      { ...optionsOf(made), priority: 'preview', warmStarts: starts, batch: short.warmup + short.draws },
      (run) => {
        if (run.kind === 'warmup' || run.kind === 'sampling') return;
        glimpsing = false;
        const next = glimpseAgain ? glimpseKey() : null;
        glimpseAgain = false;
        // A run that was settled in the meantime is better, and another model has no use for it.
        const wanted = store.getState().run.kind !== 'done' && glimpseKey()?.source === key.source;
        if (run.kind === 'done' && wanted) {
          keepWarm(key, run.result);
          store.setState({ preview: fitOf(key, run.result, made, 0) });
        }
        if (next !== null) glimpse(next);
      },
    );
  };

  const optionsOf = ({ deterministics }: MadeFacts): RunOptions => ({
    priority: 'figure',
    depth: 'full',
    probability: options.probability(),
    deterministics,
    warmStarts: null,
    batch: 50,
  });

  return {
    key: () => keyOf(store.getState()),
    run,
    glimpse: () => {
      const key = glimpseKey();
      if (key === null) return;
      // The draws under way are those of a knob that has moved on.
      steering?.cancel();
      store.setState({ run: { kind: 'idle' }, early: [], moving: true });
      glimpse(key);
    },
    stop: () => {
      if (steering?.keep() !== true) steering?.cancel();
    },
    simulatePrior: () => {
      const key = keyOf(store.getState());
      if (key === null) return;
      store.setState({ prior: { kind: 'working' } });
      // The prior is the same in both forms: it is shown in the names of the text.
      const written = key.source.noncentered.length === 0 ? key.source : { ...key.source, noncentered: [] };
      const plan = priorViewPlan({ ...key, source: written }, options.probability());
      inquire(options.pool(), plan, 'figure', (answer) => {
        if (answer.kind === 'done') store.setState({ prior: { kind: 'done', view: answer.value } });
        else if (answer.kind === 'refused') store.setState({ prior: answer });
        else if (answer.kind === 'failed')
          store.setState({ prior: { kind: 'refused', message: 'The prior could not be simulated with these data.' } });
      });
    },
    show: (fit) => store.setState({ fit, preview: null }),
    forget: (fit) => {
      const left = store.getState().fits.filter((one) => one !== fit);
      const { fit: shown } = store.getState();
      store.setState({ preview: null, fits: left, fit: shown === fit ? (left.at(-1) ?? null) : shown });
    },
  };
}

/** What a fit will be told of its model, as it was when the run began. */
interface MadeFacts {
  readonly document: LabFit['document'];
  readonly deterministics: boolean;
  readonly title: string;
  readonly data: string;
  readonly observed: readonly string[];
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly latex: Readonly<Record<string, string>>;
  readonly weight: LabFit['weight'];
  readonly truth: LabFit['truth'];
}

function factsOf(state: LabState, deterministics: boolean): MadeFacts {
  const { examination, weight, data, document } = state;
  return {
    document,
    deterministics,
    title: titleOf(document),
    data: dataWords(document),
    observed: examination.view?.observed ?? [],
    labels: weight.kind === 'weighed' ? weight.weight.labels : {},
    latex: Object.fromEntries(examination.view?.symbols ?? []),
    weight: weight.kind === 'weighed' ? weight.weight : null,
    truth: data.kind === 'ready' ? data.truth : null,
  };
}

function fitOf(runKey: RunKey, result: LabFit['result'], made: MadeFacts, id: number): LabFit {
  const { parameters, deterministics } = result.draws;
  return {
    id,
    title: `${id}. ${made.title}`,
    runKey,
    result,
    names: {
      parameters: parameters.variables,
      deterministics: made.deterministics ? deterministics.variables : [],
      observed: made.observed,
      labels: made.labels,
      latex: made.latex,
    },
    document: made.document,
    data: made.data,
    weight: made.weight,
    truth: made.truth,
  };
}

function drawsOf(parameters: Block) {
  const none = parameters.chains.map(() => new Float64Array(0));
  return { parameters, deterministics: { variables: [], elements: [], chains: none }, statistics: none };
}
