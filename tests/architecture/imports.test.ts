// The import table holds, and its checker notices when it does not.
import { describe, expect, test } from 'vitest';
import { readImports, table, violations } from './import-table';
import { sourceFiles } from './source-files';

test('every file of src imports only what the table allows', () => {
  const files = sourceFiles('src');
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(({ path, code }) => violations(path, code))).toEqual([]);
});

test('no folder of the table is forgotten, and the layers have no cycle', () => {
  const files = sourceFiles('src').map(({ path }) => path.split('/')[1]);
  expect(new Set(files)).toEqual(new Set(Object.keys(table)));
  const order = Object.keys(table);
  for (const [k, [own, { folders }]] of Object.entries(table).entries()) {
    if (own === 'app') continue;
    for (const folder of folders)
      expect(order.indexOf(folder.split('/')[0]), `${own} imports ${folder}`).toBeLessThan(k);
  }
});

test('lessons import nothing', () => {
  for (const { path, code } of lessons()) expect(readImports(code), path).toEqual([]);
});

describe('the checker', () => {
  test.each([
    ['src/math/exp.ts', `import { x } from '../lang/tree';`],
    ['src/sampler/nuts.ts', `import type { Model } from '../lang/model';`],
    ['src/lang/parse.ts', `import {\n  a,\n  b,\n} from '../sampler/target';`],
    ['src/lang/parse.ts', `export { startChain } from '../sampler/chain';`],
    ['src/widgets/Slider.tsx', `import { parse } from '../lang/parser';`],
    ['src/widgets/Slider.tsx', `const chain = await import('../engine/browser');`],
    ['src/widgets/Slider.tsx', `new Worker(new URL('../engine/chain.worker.ts', import.meta.url))`],
    ['src/store/fit.ts', `type Chart = typeof import('../charts/live');`],
    ['src/math/exp.ts', `import 'react';`],
    ['src/charts/Chart.tsx', `import { readFileSync } from 'node:fs';`],
    ['src/prose/Value.tsx', `import { run } from '../../scripts/sample';`],
    ['src/loose.ts', ``],
  ])('refuses in %s: %s', (file, code) => {
    expect(violations(file, code)).toHaveLength(1);
  });

  test.each([
    ['src/math/exp.ts', `import { x } from './log';`],
    ['src/widgets/Slider.tsx', `import { latex } from '../lang/print/latex';`],
    ['src/widgets/Slider.tsx', `import chart from '../charts/tanks?vega';\nimport './slider.css';`],
    ['src/engine/hash.ts', `import { sha256 } from '@noble/hashes/sha2.js';`],
    ['src/lang/parse.ts', `// import { startChain } from '../sampler/chain';`],
  ])('allows in %s: %s', (file, code) => {
    expect(violations(file, code)).toEqual([]);
  });
});

function lessons() {
  const all = import.meta.glob<string>('../../content/*.mdx', { query: '?raw', import: 'default', eager: true });
  return Object.entries(all).map(([path, code]) => ({ path, code }));
}
