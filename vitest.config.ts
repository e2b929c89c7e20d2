import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Every core: left alone, one of two would have nothing to do.
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], maxWorkers: '100%' },
});
