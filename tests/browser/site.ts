// What the browser tests share: the pages of the built site, and a page that tells what went wrong in it.
import { test as base } from '@playwright/test';
import type { Request } from '@playwright/test';
import { readdirSync } from 'node:fs';

/** Every page's address below the site's folder; '' is the front page. */
export const pages: readonly string[] = readdirSync('content')
  .filter((name) => name.endsWith('.mdx') && name !== '404.mdx')
  .map((name) => (name === 'index.mdx' ? '' : name.replace(/\.mdx$/, '/')));

export interface Watched {
  /** Console messages, uncaught errors and failed requests. */
  readonly complaints: string[];
  /** Requests that left the site's own origin. */
  readonly foreign: string[];
}

export const test = base.extend<{ watched: Watched }>({
  // A button does nothing before its figure is alive, which is a task of its own after the page has loaded. What is set early counts: see
  // early-hand.spec.ts, which does not wait.
  page: async ({ page, javaScriptEnabled }, give) => {
    if (!javaScriptEnabled) return give(page);
    const [go, reload] = [page.goto.bind(page), page.reload.bind(page)];
    page.goto = async (...words) => {
      const response = await go(...words);
      await page.waitForFunction(figuresAlive);
      return response;
    };
    page.reload = async (...words) => {
      const response = await reload(...words);
      await page.waitForFunction(figuresAlive);
      return response;
    };
    await give(page);
  },
  watched: [
    async ({ page, baseURL }, use) => {
      const watched: Watched = { complaints: [], foreign: [] };
      const origin = new URL(baseURL ?? '').origin;
      let visits = 0;
      const visitOf = new WeakMap<Request, number>();
      page.on('console', (message) => {
        const text = message.text();
        // Playwright's own word, see playwright.config.ts.
        if (text === 'Service Worker registration blocked by Playwright') return;
        // A typeface that an earlier page left in memory is used, and Chromium does not see it.
        if (visits > 1 && /\.woff2 was preloaded .* but not used/.test(text)) return;
        watched.complaints.push(`${message.type()}: ${text}`);
      });
      page.on('pageerror', (error) => watched.complaints.push(error.message));
      page.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText;
        // A page that is left before all has come has not failed.
        const left = (visitOf.get(request) ?? visits) < visits;
        if (!left || reason !== 'net::ERR_ABORTED') watched.complaints.push(`${request.url()} ${reason}`);
      });
      page.on('request', (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) visits++;
        visitOf.set(request, visits);
        if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
          watched.foreign.push(request.url());
      });
      await use(watched);
    },
    { auto: true },
  ],
});

/** Runs in the page: whether React has taken every figure over. */
function figuresAlive(): boolean {
  return [...document.querySelectorAll('figure.figure')].every((figure) =>
    Object.keys(figure).some((key) => key.startsWith('__react')),
  );
}
