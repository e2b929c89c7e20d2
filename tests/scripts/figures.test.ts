// Figures of the lecture: each has a number and an anchor of its own, and an anchor outlives the insertion of another figure.
import { compile } from '@mdx-js/mdx';
import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readFigures, rehypeFigures } from '../../scripts/vite/figures';
import { rehypeVocabulary, isFigure } from '../../scripts/vite/vocabulary';
import { Figure } from '../../src/charts/Figure';
import { FigurePlace } from '../../src/widgets/FigurePlace';

const content = 'content';
const figures = await readFigures(content);

async function figuresOf(path: string, value: string) {
  const file = await compile({ path, value }, { rehypePlugins: [rehypeVocabulary, [rehypeFigures, { content }]] });
  return { figures: file.data.figures ?? [], code: String(file.value) };
}

test('every figure that a page names is listed, in the order of the page', () => {
  for (const slug of new Set(figures.map((figure) => figure.slug))) {
    const text = readFileSync(`${content}/${slug === '' ? 'index' : slug}.mdx`, 'utf8');
    const named = [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name]) => name).filter(isFigure);
    const own = figures.filter((figure) => figure.slug === slug);
    expect(own.map(({ component }) => component)).toEqual(named);
    expect(own.map(({ number }) => Number(number.split('.')[1]))).toEqual(named.map((_, k) => k + 1));
  }
  expect(figures.length).toBeGreaterThan(40);
});

test('numbers are unique in the lecture, names on their page', () => {
  const numbers = figures.map(({ number }) => number);
  const addresses = figures.map(({ slug, name }) => `${slug}#${name}`);
  expect(new Set(numbers).size).toBe(figures.length);
  expect(new Set(addresses).size).toBe(figures.length);
  for (const { name } of figures) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
});

test('lessons count from 1 and the front page is 0', () => {
  const numberOf = (slug: string, name: string) =>
    figures.find((figure) => figure.slug === slug && figure.name === name)?.number;
  expect(numberOf('', 'hero')).toBe('0.1');
  expect(numberOf('memory', 'cafes')).toBe('1.1');
  expect(numberOf('reed-frogs', 'tanks')).toBe('2.1');
});

test('a component that is a figure has one, by itself or by the figure that it draws', () => {
  for (const name of new Set(figures.map(({ component }) => component)))
    expect(readFileSync(`src/widgets/${name}.tsx`, 'utf8'), name).toMatch(/<(?:\w*Figure)\b/);
});

test('the same figure twice has two anchors, and neither changes when another is put before', async () => {
  const before = await figuresOf('content/reed-frogs.mdx', '<CausalGraph />\n\n<CausalGraph lit="T" />\n');
  const after = await figuresOf(
    'content/reed-frogs.mdx',
    '<TanksFigure />\n\n<CausalGraph />\n\n<ScoreCurveFigure />\n\n<CausalGraph lit="T" />\n',
  );
  const short = ({ figures: list }: typeof before) => list.map(({ name, number }) => [name, number]);
  expect(short(before)).toEqual([
    ['causal-graph', '2.1'],
    ['causal-graph-2', '2.2'],
  ]);
  expect(short(after)).toEqual([
    ['tanks', '2.1'],
    ['causal-graph', '2.2'],
    ['score-curve', '2.3'],
    ['causal-graph-2', '2.4'],
  ]);
  expect(before.figures[1].props).toEqual({ lit: 'T' });
  expect(before.code).toContain('FigurePlace');
});

test('a figure inside another element is numbered too; what is no figure is not', async () => {
  const { figures: list } = await figuresOf(
    'content/lab.mdx',
    '<Reveal summary="More">\n<TanksFigure />\n</Reveal>\n\n<Lab />\n',
  );
  expect(list.map(({ name, number }) => [name, number])).toEqual([['tanks', '1']]);
});

test('what a figure is told must be text', async () => {
  await expect(figuresOf('content/memory.mdx', '<CausalGraph lit={1 + 1} />\n')).rejects.toThrow(/texts only/);
});

const plain = { title: 'A', caption: 'B', children: null };

test('a component with two figures gives them a letter each', () => {
  const part = (letter: string) => createElement(Figure, { ...plain, key: letter, part: letter });
  const place = { slug: 'memory', name: 'pair', number: '1.2', children: [part('a'), part('b')] };
  const html = renderToStaticMarkup(createElement(FigurePlace, place));
  expect([...html.matchAll(/<figure[^>]* id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'figure-pair-a',
    'figure-pair-b',
  ]);
  expect(html).toContain('aria-label="Figure 1.2b"');
  expect(html).toContain('href="#figure-pair-b"');
});

test('a figure that stands on no page has no number', () => {
  const html = renderToStaticMarkup(createElement(Figure, plain));
  expect(html).not.toContain('figure-number');
  expect(html).not.toMatch(/<figure[^>]* id=/);
});
