// The built site in a real browser. `npm test` builds it first and finds the browser.
import { defineConfig, devices } from '@playwright/test';

const { TADPOOL_CHROMIUM, TADPOOL_CHANNEL, TADPOOL_PORT = '4791' } = process.env;
const address = `http://127.0.0.1:${TADPOOL_PORT}/course/`;
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/browser',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // A posterior takes a second on an idle machine, more on a busy one.
  expect: { timeout: 20_000 },
  outputDir: '.cache/browser-tests',
  reporter: 'list',
  webServer: {
    command: `node scripts/serve-tests.mjs ${TADPOOL_PORT}`,
    url: address,
    reuseExistingServer: false,
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    // A worker would keep the whole site again for every test; offline.spec.ts lets it.
    serviceWorkers: 'block',
    ...(TADPOOL_CHANNEL === undefined ? {} : { channel: TADPOOL_CHANNEL }),
    launchOptions: {
      ...(TADPOOL_CHROMIUM === undefined ? {} : { executablePath: TADPOOL_CHROMIUM }),
      chromiumSandbox: !asRoot,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
