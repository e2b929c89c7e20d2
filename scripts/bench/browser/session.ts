// The browser that is measured: pages with the probe, traces of them, and the site's own worker.
import type { Browser, CDPSession, LaunchOptions, Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import type { Harness } from './harness';
import { installProbe } from './probe';
import { categories, readTrace } from './trace';
import type { Trace, TraceEvent } from './trace';

declare global {
  interface Window {
    tadpoleHarness: Harness;
  }
}

export interface Folders {
  readonly site: string;
  /** The benchmark's own bundle. */
  readonly bundle: string;
  /** The bundle of the commands, with Node's worker. */
  readonly commands: string;
}

export type Launch = Pick<LaunchOptions, 'executablePath' | 'channel' | 'chromiumSandbox' | 'env' | 'args'>;

export interface Session {
  readonly browser: Browser;
  /** How it was started, for who wants another. */
  readonly launch: Launch;
  /** Of the site, with a slash at its end. */
  readonly address: string;
  readonly folders: Folders;
}

/** A page in a context of its own, whose cache is empty; not yet anywhere. */
export async function freshPage({ browser }: Session): Promise<Page> {
  // A kept copy of the site would be another visit's.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(installProbe);
  return page;
}

export async function pageAt(session: Session, path: string): Promise<Page> {
  const page = await freshPage(session);
  await page.goto(`${session.address}${path}`);
  return page;
}

export async function close(page: Page): Promise<void> {
  await page.context().close();
}

export function devtools(page: Page): Promise<CDPSession> {
  return page.context().newCDPSession(page);
}

/** Traces what `work` does on the page, which must stay on its document. */
export async function traced(session: Session, page: Page, work: () => Promise<void>): Promise<Trace> {
  await session.browser.startTracing(page, { categories: [...categories] });
  await page.evaluate(() => performance.mark('clock'));
  await work();
  const { traceEvents }: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(
    (await session.browser.stopTracing()).toString(),
  );
  const trace = readTrace(traceEvents, 'clock');
  if (trace === null) throw new Error('the trace holds no mark of the page');
  return trace;
}

/** The site's worker, below its address. */
export function workerFile({ folders }: Session): string {
  const found = readdirSync(`${folders.site}/assets`).find((name) => /^chain\.worker-.*\.js$/.test(name));
  if (found === undefined) throw new Error('the site has no worker');
  return `assets/${found}`;
}

/** A page of the site's origin without a policy, with the harness in it. */
export async function harnessPage(session: Session): Promise<Page> {
  const page = await freshPage(session);
  await page.route('**/bench/**', (route) => {
    const name = new URL(route.request().url()).pathname.split('/bench/')[1];
    return route.fulfill({ contentType: 'text/javascript', path: `${session.folders.bundle}/${name}` });
  });
  await page.goto(`${session.address}LICENSE.txt`);
  const address = `${session.address}bench/harness.mjs`;
  await page.evaluate((from) => import(from), address);
  return page;
}

/** Until the fit under the page's slider was made here. */
export async function sampledHere(page: Page): Promise<void> {
  await page.waitForFunction(() => window.tadpoleProbe.sampled() !== null, null, { timeout: 120_000 });
}

/** Until nothing has changed in the page for a while, ms. */
export async function quiet(page: Page, ms = 500): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let timer = window.setTimeout(resolve, wanted);
        const watch = new MutationObserver(() => {
          window.clearTimeout(timer);
          timer = window.setTimeout(end, wanted);
        });
        const end = (): void => {
          watch.disconnect();
          resolve();
        };
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        window.setTimeout(end, 20 * wanted);
      }),
    ms,
  );
}
