// Minutes of dragging: whether the heap stays flat, and whether workers are left behind.
import type { CDPSession, Page } from '@playwright/test';
import { dragOnce } from './hand';
import { figure } from './measurement';
import type { Bench, Part } from './measurement';
import { close, devtools, pageAt, quiet, sampledHere, traced } from './session';
import type { Session } from './session';
import { slopeOf } from './statistics';

interface HeapSample {
  /** Minutes since the first drag. */
  readonly minute: number;
  /** MB after a collection. */
  readonly page: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly drags: number;
}

export async function measureHeap({ session, minutes, say }: Bench): Promise<Part> {
  const page = await pageAt(session, 'reed-frogs/');
  await page.locator('input.knob-range').first().scrollIntoViewIfNeeded();
  await sampledHere(page);
  const protocol = await devtools(page);
  await protocol.send('Performance.enable');
  const began = performance.now();
  const elapsed = (): number => (performance.now() - began) / 60_000;
  const samples: HeapSample[] = [];
  let drags = 0;
  for (let due = 0; due <= minutes; due += Math.min(0.5, minutes / 8)) {
    while (elapsed() < due) {
      await dragOnce(page, drags++);
      // Every third drag comes to rest; the others are taken up again at once.
      await page.waitForTimeout(drags % 3 === 0 ? 700 : 50);
    }
    samples.push(await sampleHeap(protocol, elapsed(), drags));
  }
  await close(page);
  // The first minute fills caches.
  const later = samples.filter(({ minute }) => minute >= Math.min(1, minutes / 3));
  const slope = slopeOf(later.map(({ minute, page: y }) => ({ x: minute, y })));
  const nodes = slopeOf(later.map(({ minute, nodes: y }) => ({ x: minute, y })));
  const [first, last] = [later[0], later[later.length - 1]];
  say(`${drags} drags; ${first.page.toFixed(1)} MB to ${last.page.toFixed(1)} MB`);
  return {
    figures: [
      figure(`heap after ${minutes} minutes of dragging`, last.page, 'MB'),
      figure('its growth, after the first minute', 1000 * slope, 'KB a minute', 50),
      figure('growth of the document', nodes, 'nodes a minute'),
    ],
    detail: { drags, samples },
  };
}

async function sampleHeap(protocol: CDPSession, minute: number, drags: number): Promise<HeapSample> {
  await protocol.send('HeapProfiler.collectGarbage');
  const { metrics } = await protocol.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    minute,
    page: metric('JSHeapUsedSize') / 1e6,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    drags,
  };
}

export async function measureLeftBehind({ session }: Bench): Promise<Part> {
  const afterLeaving = await workersAfterLeaving(session);
  const stopped = [
    await workAfterStop(session, 'reed-frogs/', 'Run it yourself', 'Stop'),
    await workAfterStop(session, 'mundlak/?worlds=100&study=3', 'Run them here', 'Pause'),
    await workAfterStop(session, 'difficulties/', 'Run the chains here', 'Stop'),
    await workAfterStop(session, 'superstitions/', 'Run the trials here', 'Stop'),
  ];
  return {
    figures: [
      figure('workers left after leaving a page that samples', afterLeaving, '', 0),
      figure('work in workers after Stop', Math.max(...stopped.map(({ share }) => share)), '% of a core', 1),
    ],
    detail: { afterLeaving, stopped },
  };
}

async function workersAfterLeaving(session: Session): Promise<number> {
  const page = await pageAt(session, 'difficulties/');
  await quiet(page);
  await page.getByRole('button', { name: 'Run the chains here' }).click();
  await page.waitForTimeout(1500);
  const before = page.workers().length;
  if (before === 0) throw new Error('no worker had been started');
  await page.goto(`${session.address}LICENSE.txt`);
  await page.waitForTimeout(1000);
  const after = page.workers().length;
  await close(page);
  return after;
}

/** Processor time of all workers in the two seconds after Stop has had time to be heard, in percent of a core. */
async function workAfterStop(
  session: Session,
  path: string,
  run: string,
  stop: string,
): Promise<{ readonly path: string; readonly workers: number; readonly share: number }> {
  const page = await pageAt(session, path);
  await quiet(page);
  await press(page, run);
  await page.waitForTimeout(2000);
  await press(page, stop);
  await page.waitForTimeout(1500);
  const trace = await traced(session, page, () => page.waitForTimeout(2000));
  const workers = page.workers().length;
  await close(page);
  const cpu = trace.workers.flat().reduce((sum, task) => sum + task.cpu, 0);
  return { path, workers, share: cpu / 20 };
}

async function press(page: Page, name: string): Promise<void> {
  await page.evaluate((wanted) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button:enabled')];
    buttons.find(({ textContent }) => textContent.trim() === wanted)?.click();
  }, name);
}
