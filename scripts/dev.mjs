// npm run dev: the lecture for authors, reloading as files change.
import { ensureInstalled } from './lib/install.mjs';
import { port as asPort, readOptions } from './lib/options.mjs';
import { ensurePrerendered } from './lib/prerendered.mjs';
import { inTree } from './lib/tree.mjs';

const help = `
Serves the lecture while you write it: pages and code reload as they change.
Numbers and pictures of the build are made anew when this is started again.

  npm run dev [-- options]

  --port N   the port (default 5173, or the next free one)
  --host     let other machines of this network in
  --help     this text
`;

const options = readOptions(help, { port: { type: 'string', convert: asPort }, host: { type: 'boolean' } });
await ensureInstalled();
await ensurePrerendered();
const { createServer } = await import('vite');
const server = await createServer({
  root: inTree(),
  configLoader: 'runner',
  server: { port: options.port ?? 5173, strictPort: options.port !== undefined, host: options.host === true },
});
await server.listen();
server.printUrls();
