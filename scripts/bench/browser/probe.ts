// Runs in the page before its own scripts: writes down inputs, what workers are asked for and answer, changes of charts, and frames.
import type { FromWorker, ToWorker } from '../../../src/engine/protocol';
import type { Input, Picture } from './drag-record';

export interface Probe {
  /** Throws away what was written, and begins to write frames too. */
  readonly start: () => void;
  readonly stop: () => {
    readonly inputs: readonly Input[];
    readonly pictures: readonly Picture[];
    readonly frames: readonly number[];
  };
  /** Whether the posterior of the last input is on the page. */
  readonly rested: () => boolean;
  /** When the first live chart was there; null until then. */
  readonly live: () => number | null;
  /** When a page first said that a run was made in the browser. */
  readonly sampled: () => number | null;
  readonly shift: () => number;
}

declare global {
  interface Window {
    tadpoleProbe: Probe;
  }
}

/** One function that needs nothing around it: Playwright sends its text to the page. */
export function installProbe(): void {
  type Pending = { -readonly [K in keyof Picture]: Picture[K] };
  interface Awaited {
    readonly picture: Pending;
    chains: number;
  }
  let inputs: Input[] = [];
  let pictures: Pending[] = [];
  let frames: number[] = [];
  let recording = false;
  let live: number | null = null;
  let sampled: number | null = null;
  let shift = 0;
  /** The last run of a key that was sent to workers, and the last preview with the chains that it still waits for. */
  let run: Pending | null = null;
  let preview: Awaited | null = null;
  const chainsOfRun = 4;
  const drawsOfCloserLook = 250;
  /** What each task under way belongs to. */
  const summaries = new Map<number, Pending>();
  const shares = new Map<number, { readonly of: Awaited; readonly chains: number }>();

  const begun = (kind: Picture['kind'], sigma: number | undefined): Pending => ({
    kind,
    sigma: sigma ?? Number.NaN,
    asked: performance.now(),
    answered: Number.NaN,
    changed: null,
  });
  const sent = (message: ToWorker): void => {
    if (message.kind !== 'start') return;
    const { work, task } = message;
    if (work.kind === 'sample' && work.chain === 0) run = begun('settled', work.knobs['sigma']);
    if (work.kind === 'summarize' && run !== null) summaries.set(task, run);
    if (work.kind !== 'preview') return;
    const kind = work.settings.draws < drawsOfCloserLook ? 'glimpse' : 'closer look';
    if (work.chains[0].chain === 0) preview = { picture: begun(kind, work.knobs['sigma']), chains: chainsOfRun };
    if (preview !== null) shares.set(task, { of: preview, chains: work.chains.length });
  };
  const done = (picture: Pending): void => {
    if (!recording) return;
    picture.answered = performance.now();
    pictures.push(picture);
  };
  const heard = (message: FromWorker): void => {
    const summed = summaries.get(message.task);
    if (summed !== undefined && message.kind === 'summary') done(summed);
    const share = shares.get(message.task);
    shares.delete(message.task);
    if (share === undefined || message.kind !== 'answer') return;
    share.of.chains -= share.chains;
    if (share.of.chains === 0) done(share.of.picture);
  };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', (event: MessageEvent<FromWorker>) => heard(event.data));
      const post = this.postMessage.bind(this);
      this.postMessage = (message: ToWorker, transfer?: Transferable[] | StructuredSerializeOptions): void => {
        if (recording) sent(message);
        if (Array.isArray(transfer)) post(message, transfer);
        else post(message, transfer);
      };
    }
  };
  const frame = (time: number): void => {
    if (!recording) return;
    frames.push(time);
    requestAnimationFrame(frame);
  };
  window.addEventListener(
    'input',
    (event) => {
      const { target } = event;
      if (recording && target instanceof HTMLInputElement && target.type === 'range')
        inputs.push({ moved: event.timeStamp, heard: performance.now(), position: Number(target.value) });
    },
    { capture: true },
  );
  new MutationObserver((changes) => {
    const now = performance.now();
    if (live === null && document.querySelector('.chart-live svg') !== null) live = now;
    if (
      sampled === null &&
      document.querySelector('.verdict[data-covered="false"] summary')?.textContent.includes('made in your browser') ===
        true
    )
      sampled = now;
    if (!recording) return;
    const drawn = changes.some(({ target }) => target instanceof Element && target.closest('.chart-live') !== null);
    if (drawn) for (const picture of pictures) picture.changed ??= now;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });
  window.tadpoleProbe = {
    start: () => {
      [inputs, pictures, frames] = [[], [], []];
      recording = true;
      requestAnimationFrame(frame);
    },
    stop: () => {
      recording = false;
      return { inputs, pictures, frames };
    },
    rested: () => {
      const last = inputs.at(-1);
      return pictures.some(
        ({ kind, asked: at, changed }) => kind === 'settled' && changed !== null && at > (last?.heard ?? Infinity),
      );
    },
    live: () => live,
    sampled: () => sampled,
    shift: () => shift,
  };
}
