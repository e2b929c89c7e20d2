// Every page on a processor slowed four times, as Chromium's own trace has it: tasks of the main thread by what they do, and what moves.
import { chromium } from '@playwright/test';
import { openPlainChromium } from './devtools-pipe';
import { figure } from './measurement';
import type { Bench, Part } from './measurement';
import { sitePages } from './pages';
import type { TraceEvent } from './trace';

const slowdown = 4;
/** From the start of the navigation, ms: by then every figure in the window is alive and its fit made. */
const watched = 9000;

/** What a task spends most of its time in. */
type Doing = 'a chart' | 'layout and painting' | 'reading the document' | 'scripts';

interface Task {
  readonly doing: Doing;
  /** ms from the start of the navigation. */
  readonly at: number;
  /** Processor time, ms, as on the slowed processor. */
  readonly cpu: number;
}

interface SlowLoad {
  readonly page: string;
  readonly firstPaint: number;
  readonly shift: number;
  /** The longest, the longest first. */
  readonly tasks: readonly Task[];
}

export async function measureSlowLoads({ session, say }: Bench): Promise<Part> {
  const { executablePath = chromium.executablePath(), chromiumSandbox = false, args = [] } = session.launch;
  const browser = openPlainChromium({ executablePath, sandbox: chromiumSandbox, args, env: session.launch.env ?? {} });
  const loads: SlowLoad[] = [];
  try {
    for (const page of sitePages()) {
      const load = readLoad(page, await browser.traceLoad(`${session.address}${page}`, slowdown, watched));
      loads.push(load);
      const [most] = load.tasks;
      say(`/${page}: the longest task ${most.cpu.toFixed(0)} ms, ${most.doing}`);
    }
  } finally {
    browser.close();
  }
  const tasks = loads.flatMap((load) => load.tasks);
  const longest = (doing: Doing): number =>
    Math.max(0, ...tasks.filter((task) => task.doing === doing).map(({ cpu }) => cpu));
  const slow = `processor slowed ${slowdown} times`;
  return {
    figures: [
      figure(`layout shift on load, ${slow}, the largest`, Math.max(...loads.map(({ shift }) => shift)), '', 0),
      figure(`a chart’s first construction, ${slow}, the longest task`, longest('a chart'), 'ms CPU', 600),
      figure('other scripts on load, the longest task', longest('scripts'), 'ms CPU', 200),
      figure('reading a document, the longest task', longest('reading the document'), 'ms CPU', 200),
      figure('laying out and painting, the longest task', longest('layout and painting'), 'ms CPU', 200),
    ],
    detail: loads,
  };
}

function readLoad(page: string, events: readonly TraceEvent[]): SlowLoad {
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith('http') === true,
  );
  const thread = events.find(
    ({ name, pid, args }) => name === 'thread_name' && pid === start?.pid && args?.name === 'CrRendererMain',
  );
  if (start === undefined || thread === undefined) throw new Error(`the trace of /${page} has no page`);
  const onPage = events.filter(({ pid, ts }) => pid === start.pid && ts >= start.ts);
  const main = onPage.filter(({ tid, ph }) => tid === thread.tid && ph === 'X').toSorted((a, b) => a.ts - b.ts);
  const paint = onPage.find(({ name }) => name === 'firstContentfulPaint');
  const tasks = main
    .filter(({ name }) => name === 'RunTask')
    .toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0))
    .slice(0, 12);
  return {
    page,
    firstPaint: paint === undefined ? Number.NaN : (paint.ts - start.ts) / 1000,
    shift: onPage.reduce((sum, { name, args }) => (name === 'LayoutShift' ? sum + (args?.data?.score ?? 0) : sum), 0),
    tasks: tasks.map((task) => ({
      doing: doingOf(task, main),
      at: (task.ts - start.ts) / 1000,
      cpu: (task.tdur ?? 0) / 1000,
    })),
  };
}

function doingOf({ ts, dur = 0 }: TraceEvent, main: readonly TraceEvent[]): Doing {
  const within = main.filter((event) => event.ts >= ts && event.ts + (event.dur ?? 0) <= ts + dur);
  const spent = (names: readonly string[]): number =>
    within.reduce((sum, { name, tdur = 0 }) => (names.includes(name) ? sum + tdur : sum), 0);
  const laidOut = spent(['UpdateLayoutTree', 'Layout']);
  // One of these may hold another, and layout that it asks for, as a slice of a page's growth does.
  const run = Math.max(
    ...['v8.evaluateModule', 'FunctionCall', 'TimerFire', 'HandlePostMessage'].map((name) => spent([name])),
  );
  const shares: readonly (readonly [Doing, number])[] = [
    ['a chart', spent(['FireIdleCallback'])],
    ['layout and painting', laidOut + spent(['PrePaint', 'Paint', 'Layerize', 'Commit'])],
    ['reading the document', spent(['ParseHTML', 'CommitNavigation'])],
    ['scripts', run - laidOut],
  ];
  return shares.toSorted(([, a], [, b]) => b - a)[0][0];
}
