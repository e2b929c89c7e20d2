// npm test: format, types, lint, unit tests, the build, and the built site in a real browser; one line sums them up.
import { ensureInstalled } from './lib/install.mjs';
import { readOptions } from './lib/options.mjs';
import { runSuites } from './lib/suites.mjs';

const help = `
Runs every check: formatting, types, lint, unit tests, the build, and the built site in a real browser.
The last line is 'N passed, M failed' over all of them; the exit status is 1 if anything failed.

  npm test

  --help   this text

A browser is taken from TADPOOL_BROWSER (path of a Chromium), from Playwright's own downloads, from an installed
Chrome, Edge or Chromium, or else from the npm package @sparticuz/chromium (Linux), fetched once into .cache.
TADPOOL_BROWSER=package asks for that package even where there is another browser.
`;

readOptions(help, {});
await ensureInstalled();
const { passed, failed } = await runSuites();
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
