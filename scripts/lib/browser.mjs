// The Chromium that the browser tests drive: the first of the places where one may be.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packagedChromium } from './packaged-chromium.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The environment that playwright.config.ts reads: TADPOOL_CHROMIUM, a path (empty for Playwright's own download), or
 * TADPOOL_CHANNEL, an installed browser's name. Throws with what to do where there is none.
 */
export async function findBrowser() {
  const wished = process.env.TADPOOL_BROWSER ?? '';
  if (wished === 'package') return packaged();
  if (wished !== '') {
    if (!existsSync(wished)) throw new Error(`TADPOOL_BROWSER names ${wished}, which does not exist.`);
    return { TADPOOL_CHROMIUM: wished };
  }
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return {};
  for (const channel of ['chrome', 'msedge']) {
    if (await launches(() => chromium.launch({ channel }))) return { TADPOOL_CHANNEL: channel };
  }
  const onPath = names.flatMap(candidates).find(executable);
  if (onPath !== undefined) return { TADPOOL_CHROMIUM: onPath };
  return packaged();
}

async function packaged() {
  const nothing = 'No browser was found. Install one with: npx playwright install chromium';
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(nothing);
  const found = await packagedChromium().catch((error) => {
    throw new Error(`${nothing}\n(The package @sparticuz/chromium did not serve: ${error.message})`);
  });
  return { TADPOOL_CHROMIUM: found.path, ...found.env };
}

async function launches(launch) {
  try {
    const browser = await launch();
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

const candidates = (name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
