// What each page weighs, and how long it takes to a live figure, also on a processor four times slower.
import { readFileSync, existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { budget } from '../../lib/site-check/weights.mjs';
import { checkSite } from '../../lib/site-check.mjs';
import { figure } from './measurement';
import type { Bench, Part } from './measurement';
import { sitePages } from './pages';
import { close, devtools, freshPage, quiet } from './session';
import type { Session } from './session';
import { longest, readTrace } from './trace';
import type { TraceEvent } from './trace';
import { spreadOf } from './statistics';

interface Load {
  readonly page: string;
  /** Of the processor: 1 or 4. */
  readonly slowdown: number;
  /** ms from the start of the navigation. */
  readonly firstPaint: number;
  /** Null on a page without a figure. */
  readonly live: number | null;
  /** Bytes gzipped, fonts apart, of all that had come by then. */
  readonly weight: number;
  readonly shift: number;
  /** Processor time of the longest task of the main thread, ms, as on the slowed processor. */
  readonly longestTask: number;
}

const repeats = 3;

export async function measureLoads({ session, say }: Bench): Promise<Part> {
  const { weights } = checkSite(session.folders.site);
  const loads: Load[] = [];
  for (const page of sitePages())
    for (const slowdown of [1, 4]) {
      const own: Load[] = [];
      for (let repeat = 0; repeat < (slowdown === 1 ? repeats : 1); repeat++)
        own.push(await load(session, page, slowdown));
      loads.push(medianLoad(own));
      const live = loads.at(-1)?.live ?? null;
      say(`/${page} ×${slowdown}: ${live === null ? 'no figure' : `live after ${Math.round(live)} ms`}`);
    }
  const at = (slowdown: number): Load[] => loads.filter((one) => one.slowdown === slowdown);
  const most = (values: readonly number[]): number => Math.max(...values);
  const waits = (slowdown: number): number[] =>
    at(slowdown).flatMap(({ live, firstPaint }) => (live === null ? [] : [live - firstPaint]));
  const front = loads.find(({ page, slowdown }) => page === '' && slowdown === 1);
  const heaviest = weights.reduce((a, b) => (b.live > a.live ? b : a));
  return {
    figures: [
      figure(
        'before a page can be read, gzipped, the heaviest',
        most(weights.map(({ read }) => read)) / 1000,
        'KB',
        budget.read / 1000,
      ),
      figure(
        `with its first live figure, the heaviest (${heaviest.page.replace(/\/?index\.html$/, '') || 'front page'})`,
        heaviest.live / 1000,
        'KB',
        budget.live / 1000,
      ),
      figure(
        'all that had come when a figure was live, its workers too, the heaviest',
        most(at(1).flatMap(({ live, weight }) => (live === null ? [] : [weight]))) / 1000,
        'KB',
      ),
      figure(
        'first paint to a live figure, the front page',
        (front?.live ?? Number.NaN) - (front?.firstPaint ?? Number.NaN),
        'ms',
        1000,
      ),
      figure('the same, the slowest page', most(waits(1)), 'ms'),
      figure('the same, processor slowed 4 times, the slowest page', most(waits(4)), 'ms'),
      figure('layout shift on load, the largest', most(loads.map(({ shift }) => shift)), ''),
      figure('longest task on load, the longest', most(at(1).map(({ longestTask }) => longestTask)), 'ms CPU'),
    ],
    detail: { loads, weights },
  };
}

function medianLoad(loads: readonly Load[]): Load {
  const over = (read: (load: Load) => number): number => spreadOf(loads.map(read)).median;
  return {
    ...loads[0],
    firstPaint: over((one) => one.firstPaint),
    live: loads[0].live === null ? null : over((one) => one.live ?? Number.NaN),
    shift: Math.max(...loads.map(({ shift }) => shift)),
    longestTask: over((one) => one.longestTask),
  };
}

async function load(session: Session, path: string, slowdown: number): Promise<Load> {
  const page = await freshPage(session);
  const protocol = await devtools(page);
  if (slowdown > 1) await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // The first figure comes into the window as soon as it is there, as on a page where it is at the top.
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      document.querySelector('.chart')?.scrollIntoView({ block: 'nearest' }),
    ),
  );
  await session.browser.startTracing(page, {
    categories: ['__metadata', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  await page.goto(`${session.address}${path}`);
  const hasChart = (await page.locator('.chart').count()) > 0;
  if (hasChart) await page.waitForFunction(() => window.tadpoleProbe.live() !== null, null, { timeout: 60_000 });
  await quiet(page);
  const found = await page.evaluate(() => {
    performance.mark('clock');
    return {
      live: window.tadpoleProbe.live(),
      shift: window.tadpoleProbe.shift(),
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      files: performance
        .getEntriesByType('resource')
        .flatMap((entry) =>
          entry instanceof PerformanceResourceTiming ? [{ address: entry.name, end: entry.responseEnd }] : [],
        ),
    };
  });
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await session.browser.stopTracing()).toString(),
  );
  const trace = readTrace(traceEvents, 'clock');
  await close(page);
  const before = found.files.filter(({ end }) => end <= (found.live ?? Infinity));
  // Two workers ask for one file, which the second has already.
  const addresses = new Set([`${session.address}${path}index.html`, ...before.map(({ address }) => address)]);
  return {
    page: path,
    slowdown,
    firstPaint: found.firstPaint,
    live: found.live,
    weight: [...addresses].reduce((sum, address) => sum + gzippedSize(session, address), 0),
    shift: found.shift,
    longestTask: longest(trace?.main ?? [], 0)?.cpu ?? Number.NaN,
  };
}

/** 0 for fonts, and for what is no file of the site. */
function gzippedSize({ address: site, folders }: Session, address: string): number {
  if (!address.startsWith(site) || address.endsWith('.woff2')) return 0;
  const file = `${folders.site}/${address.slice(site.length).split('?')[0]}`;
  return existsSync(file) ? gzipSync(readFileSync(file)).length : 0;
}
