// npm run --silent sample: draws from the posterior of a model written in the notation.
import { bundled } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
await import(await bundled('sample'));
