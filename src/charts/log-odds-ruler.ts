// A log-odds axis, and the ruler beside it that reads it in percent.
import { log } from '../math/log';
import type { Layer } from './tank-frame';
import { ink, labelSize, muted } from './style';

export type LogOddsDomain = readonly [number, number];

export interface RulerOptions {
  /** The log-odds of the chart's own axis, which the ruler shares. */
  readonly domain: LogOddsDomain;
  /** Which side of the plot it lies on: a horizontal axis has it at top or bottom, an upright one at left or right. */
  readonly side: 'top' | 'bottom' | 'left' | 'right';
  /** Length of the axis in drawing units: labels that would come closer than they can be read are left out. */
  readonly length: number;
  /** From the plot's edge to the ruler's line, in drawing units; 0 when absent. */
  readonly offset?: number;
}

/** In the order in which they are wanted: the middle first, then outward, then what fits between. */
const wanted = [
  0.5, 0.1, 0.9, 0.01, 0.99, 0.25, 0.75, 0.05, 0.95, 0.001, 0.999, 0.02, 0.98, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8,
];
const tick = 5;
/** Room of a label along the ruler: wide when they stand side by side, low when they stand one over the other. */
const room = { along: 44, upright: 18 };

export interface RulerMark {
  readonly proportion: number;
  readonly logOdds: number;
  readonly text: string;
}

/** The marks of a ruler over `domain`, from low to high: round percents that keep clear of each other. */
export function rulerMarks(domain: LogOddsDomain, length: number, clear: number): readonly RulerMark[] {
  const perUnit = length / (domain[1] - domain[0]);
  const chosen: number[] = [];
  for (const proportion of wanted) {
    const at = logit(proportion);
    if (at < domain[0] || at > domain[1]) continue;
    if (chosen.every((other) => Math.abs(logit(other) - at) * perUnit >= clear)) chosen.push(proportion);
  }
  return chosen
    .sort((a, b) => a - b)
    .map((proportion) => ({ proportion, logOdds: logit(proportion), text: percentText(proportion) }));
}

/** Layers that draw the ruler. They share the plot's log-odds axis, x for top and bottom, y for left and right. */
export function logOddsRuler({ domain, side, length, offset = 0 }: RulerOptions): Layer[] {
  const along = side === 'top' || side === 'bottom';
  const marks = rulerMarks(domain, length, along ? room.along : room.upright);
  const data = { values: marks.map(({ logOdds, text }) => ({ logOdds, text })) };
  const scale = { domain: [...domain], nice: false };
  const place = { field: 'logOdds', type: 'quantitative' as const, scale };
  const outward = side === 'top' || side === 'left' ? -1 : 1;
  const edge = outward < 0 ? 0 : along ? ('height' as const) : ('width' as const);
  const shift = (distance: number) => outward * (offset + distance);
  if (along) {
    return [
      {
        data: { values: [{}] },
        mark: { type: 'rule', stroke: muted, yOffset: shift(0) },
        encoding: { x: { value: 0 }, x2: { value: 'width' }, y: { value: edge } },
      },
      {
        name: 'rulerTicks',
        data,
        mark: { type: 'rule', stroke: muted, yOffset: shift(0), y2Offset: shift(tick) },
        encoding: { x: place, y: { value: edge }, y2: { value: edge } },
      },
      {
        name: 'rulerLabels',
        data,
        mark: { type: 'text', align: 'center', baseline: 'middle', fill: ink, yOffset: shift(tick + 10) },
        encoding: { x: place, y: { value: edge }, text: { field: 'text', type: 'nominal' } },
      },
    ];
  }
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', stroke: muted, xOffset: shift(0) },
      encoding: { y: { value: 0 }, y2: { value: 'height' }, x: { value: edge } },
    },
    {
      name: 'rulerTicks',
      data,
      mark: { type: 'rule', stroke: muted, xOffset: shift(0), x2Offset: shift(tick) },
      encoding: { y: place, x: { value: edge }, x2: { value: edge } },
    },
    {
      name: 'rulerLabels',
      data,
      mark: {
        type: 'text',
        align: outward < 0 ? 'right' : 'left',
        baseline: 'middle',
        fill: ink,
        fontSize: labelSize,
        xOffset: shift(tick + 4),
      },
      encoding: { y: place, x: { value: edge }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}

function logit(proportion: number): number {
  return log(proportion) - log(1 - proportion);
}

function percentText(proportion: number): string {
  const percent = 100 * proportion;
  const digits = percent < 1 || percent > 99 ? 1 : 0;
  return `${percent.toFixed(digits)}\u202f%`;
}
