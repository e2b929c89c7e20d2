// The colours of every theme: text can be read, and what must be told apart is, also by those who see two primaries.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { looks } from '../../../src/charts/looks';
import type { LookOf } from '../../../src/charts/looks';
import { ciede2000, contrast, distance, visions } from './colour-vision';

type Theme = Readonly<Record<string, string>>;

/** The blocks of a style sheet that set colours, in their order. */
function blocksOf(file: string): readonly Theme[] {
  const css = readFileSync(`src/app/theme/${file}`, 'utf8');
  return [...css.matchAll(/[^{}]*\{([^{}]*--paper: #[^{}]*)\}/g)].map(([, body]) =>
    Object.fromEntries([...body.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])),
  );
}

const [light, dark, darkBySystem] = blocksOf('tokens.css');
const [more, moreDark, ...moreBySystem] = blocksOf('contrast.css');
const [print] = blocksOf('print.css');
const themes: Readonly<Record<string, Theme>> = {
  light,
  dark,
  'high contrast': more,
  'high contrast, dark': moreDark,
  print,
};

test('distance is the published one', () => {
  // Sharma, Wu and Dalal (2005), table 1, pairs 1, 7, 17 and 25.
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
});

test('a theme is the same by the system’s word and by the reader’s', () => {
  expect(darkBySystem).toEqual(dark);
  expect(moreBySystem).toEqual([moreDark, more, moreDark, moreDark]);
});

const words = [
  'ink',
  'muted',
  'estimate',
  'population',
  'predators',
  'pool-complete',
  'pool-none',
  'right',
  'wrong',
  'warning',
];

describe.each(Object.entries(themes))('%s', (name, theme) => {
  const colour = (token: string): string => theme[token] ?? light[token];

  test('text stands out from the paper, and controls do', () => {
    const least = name.startsWith('high contrast') ? 7 : 4.5;
    for (const paper of ['paper', 'paper-raised']) {
      for (const word of words)
        expect(contrast(colour(word), colour(paper)), `${word} on ${paper}`).toBeGreaterThan(least);
      expect(contrast(colour('control'), colour(paper)), `control on ${paper}`).toBeGreaterThan(3);
    }
  });

  test('posteriors are told apart by colour in every vision', () => {
    const solid = Object.entries(looks).filter(([, look]) => look.dash.length === 0);
    for (const [one, other] of pairs(solid)) {
      for (const vision of visions) {
        const apart = distance(hexOf(one[1], colour), hexOf(other[1], colour), vision);
        expect(apart, `${one[0]} and ${other[0]}, ${vision}`).toBeGreaterThan(8);
      }
    }
  });

  test('right and wrong, too', () => {
    for (const vision of visions)
      expect(distance(colour('right'), colour('wrong'), vision), vision).toBeGreaterThan(10);
  });
});

test('and by shape or dash without colour', () => {
  const signs = Object.values(looks).map(({ shape, dash }) => `${shape} ${dash.join(' ')}`);
  expect(new Set(signs).size).toBe(signs.length);
});

function hexOf({ colour }: LookOf, of: (token: string) => string): string {
  const token = /^var\(--(.*)\)$/.exec(colour)?.[1] ?? '';
  return of(token === 'pool-partial' ? 'estimate' : token);
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, k) => all.slice(k + 1).map((other): readonly [T, T] => [one, other]));
}
