// The pure parts of the browser benchmark: a trace is read, an input finds its picture, a table says what was met.
import { describe, expect, test } from 'vitest';
import { answers, frameTimes } from '../../scripts/bench/browser/drag-record';
import type { DragRecord, Picture } from '../../scripts/bench/browser/drag-record';
import { cpuFigure, figure, isMet } from '../../scripts/bench/browser/measurement';
import { stretches } from '../../scripts/bench/browser/naive-gradient';
import { quantile, slopeOf, spreadOf } from '../../scripts/bench/browser/statistics';
import { short, tableOf } from '../../scripts/bench/browser/tables';
import { cpuWithin, drawnAfter, longest, readTrace } from '../../scripts/bench/browser/trace';
import type { TraceEvent } from '../../scripts/bench/browser/trace';

describe('statistics', () => {
  test('quantiles interpolate between order statistics, whatever the order', () => {
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(2.5);
    expect(quantile([10, 0], 0.95)).toBeCloseTo(9.5, 12);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
    expect(spreadOf([5, 1, 3])).toEqual({ count: 3, median: 3, p95: 4.8, largest: 5 });
  });

  test('a slope is that of the least-squares line', () => {
    expect(slopeOf([0, 1, 2, 3].map((x) => ({ x, y: 5 - 2 * x })))).toBeCloseTo(-2, 12);
    // By hand: mean (1, 2), sum of products 2, sum of squares 2.
    expect(
      slopeOf([
        { x: 0, y: 1 },
        { x: 1, y: 2 },
        { x: 2, y: 3 },
        { x: 1, y: 2 },
      ]),
    ).toBeCloseTo(1, 12);
    expect(slopeOf([{ x: 1, y: 4 }])).toBe(0);
  });
});

const [main, worker, compositor] = [1, 2, 3];
const own = { pid: 10, ph: 'X' };
const named = (tid: number, name: string, pid = 10): TraceEvent => ({
  name: 'thread_name',
  ph: 'M',
  pid,
  tid,
  ts: 0,
  args: { name },
});
/** The page's clock read 100 ms when the trace's read 5,000 µs. */
const events: readonly TraceEvent[] = [
  named(main, 'CrRendererMain'),
  named(worker, 'DedicatedWorker thread'),
  named(compositor, 'Compositor'),
  named(worker, 'DedicatedWorker thread', 11),
  { name: 'clock', ph: 'I', pid: 10, tid: main, ts: 5000, tts: 700, args: { data: { startTime: 100 } } },
  { ...own, name: 'RunTask', tid: worker, ts: 9000, dur: 4000, tdur: 1500 },
  { ...own, name: 'RunTask', tid: worker, ts: 6000, dur: 2000, tdur: 1000 },
  { ...own, name: 'RunTask', tid: main, ts: 6000, dur: 500, tdur: 400 },
  { ...own, name: 'FunctionCall', tid: main, ts: 6000, dur: 500, tdur: 400 },
  { ...own, pid: 11, name: 'RunTask', tid: worker, ts: 6000, dur: 2000, tdur: 9000 },
  { ...own, name: 'Commit', tid: main, ts: 6600, dur: 100 },
  { ...own, name: 'Commit', tid: main, ts: 7000, dur: 200 },
  { ...own, ph: 'I', name: 'DrawFrame', tid: compositor, ts: 7100 },
  { ...own, ph: 'I', name: 'ActivateLayerTree', tid: compositor, ts: 7500 },
  { ...own, ph: 'I', name: 'DrawFrame', tid: compositor, ts: 8000 },
  { ...own, ph: 'I', name: 'DrawFrame', tid: compositor, ts: 20_000 },
  { ...own, name: 'Commit', tid: main, ts: 30_000, dur: 200 },
];

describe('a trace', () => {
  const trace = readTrace(events, 'clock');
  if (trace === null) throw new Error('the trace was not read');

  test('is of the page that made the mark, on the page’s clock', () => {
    expect(trace.main).toEqual([{ from: 101, to: 101.5, cpu: 0.4 }]);
    expect(trace.workers).toEqual([
      [
        { from: 101, to: 103, cpu: 1 },
        { from: 104, to: 108, cpu: 1.5 },
      ],
    ]);
    expect(trace.marks).toEqual([{ name: 'clock', at: 100, cpu: 0.7 }]);
    expect(readTrace(events, 'another')).toBeNull();
  });

  test('knows when a change was drawn: with the first frame after its commit was activated', () => {
    expect(trace.frames).toEqual([{ committed: 102.2, drawn: 103 }]);
    expect(drawnAfter(trace, 102)).toBe(103);
    expect(drawnAfter(trace, 102.5)).toBeNull();
  });

  test('adds up processor time of the tasks that begin within', () => {
    const [tasks] = trace.workers;
    expect(cpuWithin(tasks, 101, 104)).toBe(1);
    expect(cpuWithin(tasks, 0, 200)).toBe(2.5);
    expect(longest(tasks)?.cpu).toBe(1.5);
    expect(longest(tasks, 150)).toBeNull();
  });

  test('processor time lies between the first and the second mark of a name', () => {
    const marks = [2, 5, 9, 20].map((cpu) => ({ name: 'naive', at: 0, cpu }));
    expect(stretches([...marks, { name: 'other', at: 0, cpu: 1 }], 'naive')).toEqual([3, 11]);
  });
});

describe('a drag', () => {
  const preview = (sigma: number, asked: number, changed: number | null): Picture => ({
    kind: 'glimpse',
    sigma,
    asked,
    answered: asked + 5,
    changed,
  });
  const record: DragRecord = {
    inputs: [1, 2, 3, 2].map((position, k) => ({ moved: 10 * k, heard: 10 * k + 1, position })),
    pictures: [preview(1, 1, 9), preview(3, 22, null), preview(2, 32, 45), { ...preview(2, 40, 60), kind: 'settled' }],
    frames: [0, 16, 33],
  };

  test('an input is answered by its own preview or a later one’s, not by an earlier one of the same sigma', () => {
    const shown = answers(record, (position) => position).map((picture) => picture?.changed ?? null);
    expect(shown).toEqual([9, 45, 45, 45]);
  });

  test('an input without a preview has no answer', () => {
    const { pictures } = record;
    expect(answers({ ...record, pictures: pictures.slice(0, 1) }, (position) => position)[1]).toBeNull();
  });

  test('frames are as long as the way to the next', () => {
    expect(frameTimes(record)).toEqual([16, 17]);
  });
});

describe('the table', () => {
  const naive = { ns: 1000, compiledNs: 500 };

  test('says of each figure whether it meets its target', () => {
    expect(isMet(figure('a', 2, 's', 2))).toBe(true);
    expect(isMet(figure('a', 2.1, 's', 2))).toBe(false);
    expect(isMet(figure('a', Number.NaN, 's', 2))).toBe(false);
    expect(isMet(figure('a', 2, 's'))).toBeNull();
    expect(isMet(cpuFigure('a', 21, naive, 21_000))).toBe(true);
    expect(isMet(cpuFigure('a', 22, naive, 21_000))).toBe(false);
  });

  test('is Markdown with columns of one width', () => {
    const text = tableOf([
      figure('a run', 1234.5, 'ms', 2000),
      cpuFigure('a preview', 22, naive, 21_000),
      figure('workers left', 0, ''),
    ]);
    const lines = text.split('\n');
    expect(new Set(lines.map(({ length }) => length)).size).toBe(1);
    expect(lines[2]).toMatch(/^\| a run +\| +1,230 ms \| +\| at most 2,000 ms +\| met +\|$/);
    expect(lines[3]).toMatch(/\| +22 ms CPU \| +22,000 \| at most 21,000 naive gradients \| missed \|$/);
    expect(lines[4]).toMatch(/\| +0 \| +\| +\| +\|$/);
  });

  test('numbers have three digits', () => {
    expect([0, 7, 1.234, 12.34, 123.4, 12_345, Number.NaN].map(short)).toEqual([
      '0',
      '7',
      '1.23',
      '12.3',
      '123',
      '12,300',
      '–',
    ]);
  });
});
