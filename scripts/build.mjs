// npm run build: the static site, in dist/.
import { ensureInstalled } from './lib/install.mjs';
import { basePath, readOptions } from './lib/options.mjs';
import { buildSite } from './lib/site.mjs';

const help = `
Builds the lecture as static files in dist/. They work from any folder of any static host.

  npm run build [-- options]

  --base /course/   the folder of the host; only the 404 page needs to know it (default /)
  --help            this text
`;

const { base = '/' } = readOptions(help, { base: { type: 'string', convert: basePath } });
await ensureInstalled();
const pages = await buildSite(base);
console.log(`Built ${pages.length} pages in dist/`);
