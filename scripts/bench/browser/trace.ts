// A trace of Chromium's, read: who ran when, for how much processor time, and when a change of the page was on the screen.

/** Times are microseconds; `tts` and `tdur` are processor time of the thread. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tts?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly type?: string;
      /** Of a navigation. */
      readonly documentLoaderURL?: string;
      /** Of a layout shift. */
      readonly score?: number;
    };
  };
}

export interface ThreadTask {
  /** Milliseconds on the page's clock. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
}

export interface Trace {
  /** Tasks of the page's main thread, in order. */
  readonly main: readonly ThreadTask[];
  /** Tasks of each dedicated worker of the page. */
  readonly workers: readonly (readonly ThreadTask[])[];
  /** When each frame that a commit of the main thread led to was drawn, with the commit's end; in order. */
  readonly frames: readonly Frame[];
  /** User-timing marks of the main thread. */
  readonly marks: readonly Mark[];
}

export interface Frame {
  readonly committed: number;
  readonly drawn: number;
}

export interface Mark {
  readonly name: string;
  readonly at: number;
  /** Processor time of the thread until then, ms. */
  readonly cpu: number;
}

/** What a trace must record for `readTrace`. */
export const categories: readonly string[] = [
  '__metadata',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];

/**
 * The trace of the page that made a mark of the name `clock`, which ties the trace's clock to the page's. Null where there is none.
 */
export function readTrace(events: readonly TraceEvent[], clock: string): Trace | null {
  const tie = events.find(({ name, args }) => name === clock && args?.data?.startTime !== undefined);
  const started = tie?.args?.data?.startTime;
  if (tie === undefined || started === undefined) return null;
  const onPage = (ts: number): number => (ts - tie.ts) / 1000 + started;
  const inOrder = events.filter(({ pid, ph }) => pid === tie.pid && ph !== 'M').toSorted((a, b) => a.ts - b.ts);
  const threads = new Map(
    events
      .filter(({ name, pid }) => name === 'thread_name' && pid === tie.pid)
      .map(({ tid, args }) => [tid, args?.name ?? '']),
  );
  const tasksOf = (thread: number): ThreadTask[] =>
    inOrder
      .filter(({ name, tid, ph }) => name === 'RunTask' && ph === 'X' && tid === thread)
      .map(({ ts, dur = 0, tdur = 0 }) => ({ from: onPage(ts), to: onPage(ts + dur), cpu: tdur / 1000 }));
  const workers = [...threads].filter(([, name]) => name.startsWith('DedicatedWorker')).map(([tid]) => tid);
  return {
    main: tasksOf(tie.tid),
    workers: workers.map(tasksOf),
    frames: framesOf(inOrder, tie.tid, onPage),
    marks: inOrder
      .filter(({ tid, args }) => tid === tie.tid && args?.data?.startTime !== undefined)
      .map(({ name, ts, tts = 0 }) => ({ name, at: onPage(ts), cpu: tts / 1000 })),
  };
}

/** The last commit before a tree was activated is on the screen with the next frame drawn. Commits that change nothing activate none. */
function framesOf(inOrder: readonly TraceEvent[], main: number, onPage: (ts: number) => number): Frame[] {
  const frames: Frame[] = [];
  let committed: number | null = null;
  let active: number | null = null;
  for (const { name, ph, tid, ts, dur = 0 } of inOrder) {
    if (name === 'Commit' && ph === 'X' && tid === main) committed = ts + dur;
    else if (name === 'ActivateLayerTree') active = committed;
    else if (name === 'DrawFrame' && active !== null) {
      frames.push({ committed: onPage(active), drawn: onPage(ts) });
      active = null;
    }
  }
  return frames;
}

/** When what stood in the document at `changed` was drawn; null where the trace ends before. */
export function drawnAfter({ frames }: Pick<Trace, 'frames'>, changed: number): number | null {
  return frames.find(({ committed }) => committed >= changed)?.drawn ?? null;
}

/** Processor time of the tasks that begin in [from, to), ms. */
export function cpuWithin(tasks: readonly ThreadTask[], from: number, to: number): number {
  return tasks.reduce((sum, task) => (task.from >= from && task.from < to ? sum + task.cpu : sum), 0);
}

export function longest(tasks: readonly ThreadTask[], from = -Infinity): ThreadTask | null {
  return tasks
    .filter((task) => task.from >= from)
    .reduce<ThreadTask | null>((most, task) => (most === null || task.cpu > most.cpu ? task : most), null);
}
