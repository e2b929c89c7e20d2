// The Content-Security-Policy: on every page, refusing generated code there and allowing it in workers loaded by address.
import { expect } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { pages, test } from './site';

for (const path of pages) {
  test(`/${path} carries the policy, before anything that loads`, async ({ request }) => {
    const html = await (await request.get(path)).text();
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
    const directives = new Map(
      (policy?.[1] ?? '').split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe(`'none'`);
    expect(directives.get('script-src')).toMatch(/^'self' 'sha256-[A-Za-z0-9+/=]+'$/);
    expect(directives.get('style-src')).toBe(`'self'`);
    expect(directives.get('connect-src')).toBe(`'self'`);
    expect(policy?.index ?? Infinity).toBeLessThan(html.search(/<(?:link|script|style)/));
  });
}

test('the page may not generate code', async ({ page }) => {
  await page.goto('');
  // A timer's callback runs under the page's own policy; what the debugger evaluates does not.
  const outcome = await page.evaluate(
    () =>
      new Promise<string>((tell) =>
        setTimeout(() => {
          try {
            tell(String(Reflect.construct(Function, ['return 40 + 2'])()));
          } catch (error) {
            tell(error instanceof Error ? error.name : String(error));
          }
        }),
      ),
  );
  expect(outcome).toBe('EvalError');
});

test('a worker loaded by address may generate code', async ({ page }) => {
  const script = `postMessage(Function('return 40 + 2')())`;
  const name = readdirSync('dist/assets').find((file) => file.endsWith('.js')) ?? '';
  await page.route('**/assets/*.js?probe', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.goto('');
  const answer = await page.evaluate(
    (address) =>
      new Promise((tell) => {
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('message', (event) => tell(event.data));
        worker.addEventListener('error', (event) => tell(event.message));
      }),
    new URL(`assets/${name}?probe`, page.url()).href,
  );
  expect(answer).toBe(42);
});
