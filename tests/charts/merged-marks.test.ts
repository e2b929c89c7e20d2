import { describe, expect, test } from 'vitest';
import { mergeMarks as merge } from '../../src/charts/merged-marks';

const mergeMarks = (svg: string): string => merge(svg, 'still');
const line = (x: number, y: number, x2: number, y2: number, rest = ' stroke="red"'): string =>
  `<line transform="translate(${x},${y})" x2="${x2}" y2="${y2}"${rest}/>`;
const dot = (x: number, y: number, rest = ' d="M2,0A2,2,0,1,1,-2,0" fill="red"'): string =>
  `<path transform="translate(${x},${y})"${rest}/>`;
const six = [0, 1, 2, 3, 4, 5];
const paths = (svg: string): number => svg.match(/<path /g)?.length ?? 0;
const marks = (mark: (k: number) => string): string => six.map(mark).join('');

describe('lines', () => {
  test('of one look are one path, each from its place by its step', () => {
    expect(mergeMarks(`<g>${marks((k) => line(k, 0.5, 0, -9))}</g>`)).toBe(
      '<g><path d="M0,0.5v-9M1,0.5v-9M2,0.5v-9M3,0.5v-9M4,0.5v-9M5,0.5v-9" stroke="red"/></g>',
    );
    const [first, across] = [line(7, 8, 3, 0), line(1, 1, 2, 3)];
    expect(mergeMarks(first + across + marks((k) => line(0, k, 1, 1)))).toMatch(/^<path d="M7,8h3M1,1l2,3M0,0l1,1/);
  });

  test('that shine through are merged only where none crosses another', () => {
    const faint = ' stroke="red" opacity="0.3"';
    for (const apart of [marks((k) => line(k, 0, 0, 9, faint)), marks((k) => line(0, k, 9, 0, faint))])
      expect(paths(mergeMarks(apart))).toBe(1);
    for (const over of [
      marks(() => line(1, 0, 0, 9, faint)),
      marks((k) => line(k, 0, 9, 9, faint)),
      marks((k) => (k % 2 === 0 ? line(k, 0, 0, 9, faint) : line(0, k, 9, 0, faint))),
    ])
      expect(paths(mergeMarks(over))).toBe(6);
  });

  test('with dashes are a path each: a path may go on with the dash that it has begun', () => {
    expect(paths(mergeMarks(marks((k) => line(k, 0, 0, 9, ' stroke="red" stroke-dasharray="2,3"'))))).toBe(6);
  });
});

describe('shapes', () => {
  test('of one look are a marker at every point of a path, in their order', () => {
    const merged = mergeMarks(`<g class="dots">${marks((k) => dot(k, 9 - k))}</g>`);
    const id = 'still-1';
    expect(merged).toBe(
      `<g class="dots"><marker id="${id}" markerUnits="userSpaceOnUse" overflow="visible">` +
        '<path d="M2,0A2,2,0,1,1,-2,0" fill="red"/></marker><path d="M0,9 1,8 2,7 3,6 4,5 5,4" fill="none" stroke="none"' +
        ` marker-start="url(#${id})" marker-mid="url(#${id})" marker-end="url(#${id})"/></g>`,
    );
  });

  test('of two looks are two markers', () => {
    const blue = ' d="M1,1h2" fill="blue"';
    const merged = mergeMarks(marks((k) => dot(k, 0)) + marks((k) => dot(k, 0, blue)));
    expect([...merged.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['still-1', 'still-2']);
    expect(merged).toContain(`<path${blue}/></marker>`);
  });
});

test('short runs, and marks with something between them, stay', () => {
  expect(paths(mergeMarks(marks((k) => (k === 3 ? '' : line(k, 0, 0, 9)))))).toBe(5);
  const few = marks((k) => (k === 3 ? '' : dot(k, 0)));
  expect(mergeMarks(few)).toBe(few);
  const apart = [dot(0, 0), dot(1, 0), dot(2, 0), '<text>a</text>', dot(3, 0), dot(4, 0), dot(5, 0)].join('');
  expect(mergeMarks(apart)).toBe(apart);
  const mixed = marks((k) => dot(k, 0, ` d="M${k},0h2"`));
  expect(mergeMarks(mixed)).toBe(mixed);
});
