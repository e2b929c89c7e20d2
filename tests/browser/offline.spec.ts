// After one visit the whole lecture works with no network, and a newer version waits until the reader asks for it.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pages } from './site';

test.use({ serviceWorkers: 'allow' });

const kept = 'Kept in this browser: the whole lecture opens without a network.';

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.site-footer')).toContainText(kept, { timeout: 45_000 });
}

test('with the network off every page opens, comes alive and samples', async ({ page, context }) => {
  await visit(page, 'refresher/');
  await context.setOffline(true);
  for (const path of pages) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    expect(response?.fromServiceWorker(), path).toBe(true);
    await expect(page.locator('h1'), path).toBeVisible();
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('#root') ?? {}).some((key) => key.startsWith('__react')),
    );
  }
  // What is set stands after the question mark: it finds the page, and the figure runs its own fit.
  await page.goto('reed-frogs/?sigma=0.5&seed=7');
  const figure = page.locator('.figure', { has: page.locator('input[type="range"]') }).first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.chart-live svg').first()).toBeAttached();
  await expect(figure.locator('.figure-status')).toContainText('seed 7');
  // An address without its slash, and one that is no page.
  await page.goto('memory?seed=3');
  expect(page.url()).toMatch(/\/memory\/\?seed=3$/);
  const lost = await page.goto('no/such/page');
  expect(lost?.status()).toBe(404);
  await expect(page.locator('h1')).toHaveText('No page here');
});

test('a newer version says so, waits, and takes over when asked', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tadpool-'));
  cpSync('dist', folder, { recursive: true });
  const { server, address } = await serve(folder);
  try {
    await visit(page, `${address}refresher/`);
    // The next version: a page's words and the worker's list differ, as after a build.
    const refresher = join(folder, 'refresher/index.html');
    writeFileSync(refresher, readFileSync(refresher, 'utf8').replaceAll('<h1>', '<h1>Revised: '));
    const worker = join(folder, 'service-worker.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/^const version = "/, '$&next-'));
    await page.goto(`${address}refresher/?seed=5`);
    await expect(page.locator('.offline-notice')).toContainText('A new version of the lecture is ready.', {
      timeout: 45_000,
    });
    // Until then every page is the old one: no mixture of the two.
    await page.goto(`${address}refresher/?seed=5`);
    await expect(page.locator('h1')).not.toContainText('Revised');
    const answer = page.waitForResponse((response) => response.url() === `${address}refresher/?seed=5`);
    await page.getByRole('button', { name: 'Show it' }).click();
    const html = await answer;
    expect(await html.text()).toContain('<h1>Revised: ');
    expect(page.url()).toBe(`${address}refresher/?seed=5`);
    await expect(page.locator('.offline-notice')).not.toContainText('new version');
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);

/** A folder that the test may change, served on a port of its own. */
function serve(folder: string): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      const content = readFileSync(file);
      response.writeHead(200, { 'content-type': types.get(extname(file)) ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      if (at === null || typeof at === 'string') return reject(new Error('no port'));
      return resolve({ server, address: `http://127.0.0.1:${at.port}/` });
    });
  });
}
