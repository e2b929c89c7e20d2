// The particle's ground, seen from above: contours of the density, the last trajectory, earlier draws, and where steps broke.
import type { TopLevelSpec } from 'vega-lite';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { boxOf } from './flick-frame';
import type { GroundFrame } from './flick-frame';
import { logOddsRuler } from './log-odds-ruler';
import { config, estimate, ink, muted, paper, population } from './style';
import type { Layer } from './tank-frame';

/** Two strokes across each other. */
export const cross = 'M-0.7,-0.7L0.7,0.7M-0.7,0.7L0.7,-0.7';

export function places({ x, y }: Pick<GroundFrame, 'x' | 'y'>) {
  const axis = { tickCount: 5, ticks: true, tickColor: muted, labelFlush: false, grid: false };
  const scale = { nice: false, zero: false };
  return {
    x: { field: 'x', type: 'quantitative' as const, axis, scale: { ...scale, domain: [...x] } },
    y: { field: 'y', type: 'quantitative' as const, axis, scale: { ...scale, domain: [...y] } },
  };
}

export function words(
  text: string,
  align: 'left' | 'center',
  x: { readonly value: number },
  y: { readonly value: number },
): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'alphabetic', fill: muted, text },
    encoding: { x, y },
  };
}

/** The title under an axis; it follows the plot's height. */
export function titleUnder(text: string, x: number): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset: 38, fill: muted, text },
    encoding: { x: { value: x }, y: { value: 'height' } },
  };
}

/** Lines come in pieces, cut at the window's edge. */
const order = { field: 'place', type: 'quantitative' as const };
const inPieces = { detail: { field: 'piece' }, order };

export function contourLayer(place: ReturnType<typeof places>): Layer {
  return {
    name: 'contours',
    data: { name: 'contours' },
    mark: { type: 'line', stroke: population, strokeWidth: 1, strokeOpacity: 0.6 },
    encoding: { ...place, ...inPieces },
  };
}

export function crossLayer(name: string, place: ReturnType<typeof places>, size: number, strokeWidth: number): Layer {
  return {
    name,
    data: { name },
    mark: { type: 'point', shape: cross, filled: false, stroke: ink, strokeWidth, size, opacity: 1 },
    encoding: place,
  };
}

function layers(frame: GroundFrame): Layer[] {
  const place = places(frame);
  const { x, y } = place;
  const dots = { type: 'point' as const, shape: 'circle' as const, opacity: 1 };
  return [
    contourLayer(place),
    {
      name: 'trail',
      data: { name: 'trail' },
      mark: { ...dots, filled: true, fill: estimate, fillOpacity: 0.45, size: 22 },
      encoding: place,
    },
    crossLayer('broken', place, 40, 1.25),
    {
      name: 'thrown',
      data: { name: 'thrown' },
      mark: { type: 'line', stroke: muted, strokeWidth: 1.25, strokeDash: [4, 3] },
      encoding: { ...place, ...inPieces },
    },
    {
      name: 'path',
      data: { name: 'path' },
      mark: { type: 'line', stroke: estimate, strokeWidth: 1.75 },
      encoding: { ...place, ...inPieces },
    },
    {
      name: 'chord',
      data: { name: 'chord' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1.25, strokeDash: [2, 3] },
      encoding: { x, y, x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      name: 'thrownSteps',
      data: { name: 'thrownSteps' },
      mark: { ...dots, filled: true, fill: paper, stroke: muted, strokeWidth: 1, size: 16 },
      encoding: place,
    },
    {
      name: 'steps',
      data: { name: 'steps' },
      mark: { ...dots, filled: true, fill: estimate, size: 16 },
      encoding: place,
    },
    {
      name: 'start',
      data: { name: 'start' },
      mark: { ...dots, filled: true, fill: paper, stroke: ink, strokeWidth: 1.5, size: 80 },
      encoding: place,
    },
    {
      name: 'head',
      data: { name: 'head' },
      mark: { ...dots, filled: true, fill: estimate, size: 120 },
      encoding: place,
    },
    crossLayer('broke', place, 130, 2.5),
  ];
}

/** Under names of their own, since a drawing with two rulers would have each mark twice. */
function upright(ruler: readonly Layer[]): Layer[] {
  return ruler.map((layer) => (layer.name === undefined ? layer : { ...layer, name: `${layer.name}Upright` }));
}

function drawing(layout: LayoutName, frame: GroundFrame): Drawing<TopLevelSpec> {
  const { padding, width, height, total } = boxOf(layout);
  const spec: TopLevelSpec = {
    width,
    height,
    padding,
    autosize: { type: 'none' },
    config,
    layer: [
      ...layers(frame),
      ...(frame.logOdds
        ? [
            ...logOddsRuler({ domain: frame.x, side: 'top', length: width }),
            ...upright(logOddsRuler({ domain: frame.y, side: 'right', length: height })),
          ]
        : []),
      words(frame.yTitle, 'left', { value: -padding.left + 4 }, { value: -38 }),
      titleUnder(frame.xTitle, width / 2),
    ],
  };
  return { spec, ...total };
}

/**
 * Data sets: `contours`, `path`, `thrown` (piece, place, x, y); `steps`, `thrownSteps`, `trail`, `broken`, `start`, `head`, `broke` (x, y);
 * `chord` (x, y, x2, y2).
 */
export function flickChart(frame: GroundFrame): ChartDefinition {
  return {
    name: frame.name,
    layouts: {
      narrow: drawing('narrow', frame),
      medium: drawing('medium', frame),
      wide: drawing('wide', frame),
    },
  };
}
