// npm run bench: what a gradient, a leapfrog step and an effective draw cost, model by model.
import { bundled } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
await import(await bundled('bench'));
