// npm run test:browsers: the same draws, to the bit, in Node, Chromium, Firefox and WebKit.
import { readdirSync } from 'node:fs';
import { checksFor } from './browsers/checks.mjs';
import { openChromium } from './browsers/chromium.mjs';
import { openFirefox } from './browsers/firefox.mjs';
import { openWebKit } from './browsers/webkit.mjs';
import { bundled } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { serve } from './lib/serve.mjs';
import { ensureSite } from './lib/site.mjs';
import { inTree } from './lib/tree.mjs';

const help = `
Opens the built site in every browser engine there is and compares its draws with Node's, bit by bit: the fingerprints
that the reed-frog page shows, by link and by keyboard, and a short chain of every model in the site's own worker.
Fails where a bit differs, and where fewer than two engines are found.

  npm run test:browsers

  --help   this text

Chromium is found as for npm test; Firefox on PATH (firefox-esr, firefox) or by TADPOOL_FIREFOX; WebKit is
WebKitGTK's WebKitWebDriver with Xvfb. On Debian: apt-get install chromium firefox-esr webkit2gtk-driver xvfb
`;

readOptions(help, {});
// Leaving by way of exit takes the browsers along.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await ensureInstalled();
await ensureSite();
const { openNodeSide } = await import(await bundled('test-browsers'));
const side = await openNodeSide();
const site = await serve({ base: '/course/' });
const worker = readdirSync(inTree('dist/assets')).find((name) => /^chain\.worker-.*\.js$/.test(name));
const checks = checksFor(side, site.addresses[0], `assets/${worker}`);

let engines = 0;
let passed = 0;
let failed = 0;
for (const [name, open] of [
  ['Chromium', openChromium],
  ['Firefox', openFirefox],
  ['WebKit', openWebKit],
]) {
  try {
    const browser = await open();
    if (browser === null) {
      console.log(`— ${name}: not found`);
      continue;
    }
    engines++;
    console.log(`— ${browser.name}`);
    for (const check of checks) await report(check, browser);
    await browser.close();
  } catch (error) {
    failed++;
    console.log(`✗ ${name} could not be driven: ${error.message}`);
  }
}
site.close();
side.close();
if (engines < 2) console.log(`Only ${engines} of the three engines is here; bits are compared between two or more.`);
console.log(`\n${passed} passed, ${failed + (engines < 2 ? 1 : 0)} failed`);
process.exit(failed === 0 && engines >= 2 ? 0 : 1);

async function report({ name, run }, browser) {
  const began = Date.now();
  const complaint = await run(browser).catch((error) => error.message);
  if (complaint === null) passed++;
  else failed++;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(complaint === null ? `✓ ${name} (${seconds} s)` : `✗ ${name}: ${complaint}`);
}
