// Serves dist/ to the browser tests in a sub-folder (what works there works in any), for Playwright alone.
import { serve } from './lib/serve.mjs';

await serve({ port: Number(process.argv[2]), base: '/course/' });
