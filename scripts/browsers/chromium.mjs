// Chromium, through Playwright: the browser that `npm test` uses too.
import { findBrowser } from '../lib/browser.mjs';

/** Null where there is no Chromium. */
export async function openChromium() {
  const found = await findBrowser().catch(() => null);
  if (found === null) return null;
  const { TADPOOL_CHROMIUM: executablePath, TADPOOL_CHANNEL: channel, ...env } = found;
  const { chromium } = await import('@playwright/test');
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath, channel, chromiumSandbox, env: { ...process.env, ...env } });
  const page = await browser.newPage();
  return {
    name: `Chromium ${browser.version()}`,
    goTo: (address) => page.goto(address),
    evaluate: (expression) => page.evaluate(expression),
    press: (key) => page.keyboard.press(key),
    close: () => browser.close(),
  };
}
