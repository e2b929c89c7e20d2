// npm start: builds the lecture if needed, serves it, prints the address and opens the browser.
import { ensureInstalled } from './lib/install.mjs';
import { openBrowser } from './lib/open.mjs';
import { port as asPort, readOptions } from './lib/options.mjs';
import { serve } from './lib/serve.mjs';
import { ensureSite } from './lib/site.mjs';

const help = `
Builds the lecture if it is missing or out of date, serves it and opens it in the browser.

  npm start [-- options]

  --port N    the port (default: any free one)
  --host      let other machines of this network in
  --no-open   do not open a browser
  --help      this text
`;

const options = readOptions(help, {
  port: { type: 'string', convert: asPort },
  host: { type: 'boolean' },
  'no-open': { type: 'boolean' },
});

await ensureInstalled();
await ensureSite();
const served = await serve({ port: options.port ?? 0, open: options.host === true }).catch((error) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${options.port} is taken; choose another with --port, or leave it out for a free one.`
      : `Could not serve: ${error.message}.`,
  );
  process.exit(1);
});
console.log('The lecture is at');
for (const address of served.addresses) console.log(`  ${address}`);
console.log('Press Ctrl+C to stop.');
if (!options['no-open']) openBrowser(served.addresses[0]);
