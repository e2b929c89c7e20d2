// Draws are the same bits everywhere because nothing that computes them asks the engine for more than IEEE arithmetic.
import { describe, expect, test } from 'vitest';
import { differingBits } from './same-bits';
import { sourceFiles } from './source-files';

test.each(['src/math', 'src/sampler', 'src/lang', 'src/engine/worlds'])(
  '%s uses exactly rounded operations only',
  (folder) => {
    // Printing a program computes no number.
    const files = sourceFiles(folder).filter(({ path }) => !path.startsWith('src/lang/print/'));
    expect(files.length).toBeGreaterThan(3);
    expect(files.flatMap(({ path, code }) => differingBits(code).map((one) => `${path}:${one}`))).toEqual([]);
  },
);

describe('the checker', () => {
  test.each([
    'const y = Math.exp(x);',
    'const y = Math.pow(x, 2);',
    'const y = Math.round(x);',
    'const r = Math.random();',
    'const y = x ** 2;',
    'y **= 2;',
    'const { exp } = Math;',
    'emit(`y = Math.log(${x});`);',
    'const now = Date.now();',
    'new Intl.NumberFormat();',
    'x.toLocaleString();',
    'const url = "https://x.y"; Math.sin(1);',
  ])('refuses: %s', (code) => {
    expect(differingBits(code)).toHaveLength(1);
  });

  test.each([
    'Math.sqrt(x) + Math.abs(y)',
    '// Math.exp(x) would differ',
    '/** x ** 2, Math.pow */',
    'Math.imul(a, b) >>> 0',
  ])('allows: %s', (code) => {
    expect(differingBits(code)).toEqual([]);
  });
});
