// npm run calibrate -- MODEL: simulation-based calibration of a lecture model.
import { bundled } from './lib/bundle.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
await import(await bundled('calibrate'));
