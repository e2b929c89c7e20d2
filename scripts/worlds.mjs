// npm run worlds -- --worlds 1000: the experiment of the last pages, many worlds fitted by five estimators.
import { bundled } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
await import(await bundled('worlds'));
