// Chart: the scores of twenty sigmas, tried one by one, over the posterior of the sigma that was learned.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { elpdDomain } from './sigma-posterior-rows';
import { config, ink, muted, paper, population } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 52, right: 16, top: 30, bottom: 50 };
const scoreHeight: Readonly<Record<LayoutName, number>> = { narrow: 130, medium: 150, wide: 160 };
const densityHeight = 110;
const gap = 40;

function x(field: string, shown: boolean) {
  const axis = {
    values: [0, 1, 2, 3, 4, 5],
    grid: true,
    ticks: shown,
    tickColor: muted,
    labelFlush: false,
    labels: shown,
  };
  return { field, type: 'quantitative' as const, scale: { domain: [0, 5.05], nice: false }, axis };
}

function text(words: string, at: { readonly x: number | 'width'; readonly y: number }): Layer {
  return {
    data: { values: [{}] },
    mark: {
      type: 'text',
      align: at.x === 'width' ? 'right' : 'left',
      baseline: 'alphabetic',
      text: words,
      fill: muted,
    },
    encoding: { x: { value: at.x }, y: { value: at.y } },
  };
}

function scores(): Layer[] {
  const along = x('sigma', false);
  const up = {
    field: 'elpd',
    type: 'quantitative' as const,
    scale: { domain: [...elpdDomain], nice: false },
    axis: { values: [-170, -160, -150, -140, -130], labelExpr: "replace(format(datum.value, 'd'), '-', '\u2212')" },
  };
  const inside = [{ filter: `datum.elpd >= ${elpdDomain[0]}` }];
  return [
    {
      name: 'best',
      data: { name: 'best' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x: along, y: { value: 0 }, y2: { value: 'height' } },
    },
    {
      name: 'scores',
      data: { name: 'scores' },
      transform: inside,
      mark: { type: 'point', shape: 'circle', filled: true, stroke: ink, strokeWidth: 1.25, opacity: 1 },
      encoding: {
        x: along,
        y: up,
        size: { value: 58 },
        fill: { condition: { test: 'datum.best', value: ink }, value: paper },
      },
    },
    {
      name: 'bestLabel',
      data: { name: 'best' },
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', xOffset: 8, yOffset: -6, fill: ink },
      encoding: { x: along, y: { value: 0 }, text: { field: 'text', type: 'nominal' } },
    },
    text('score', { x: -46, y: -14 }),
  ];
}

function posterior(): Layer[] {
  const along = x('sigma', true);
  const up = { type: 'quantitative' as const, scale: { domain: [0, 1], nice: false }, axis: null };
  const mean = { ...along, field: 'mean' };
  return [
    {
      name: 'density',
      data: { name: 'density' },
      mark: { type: 'area', fill: population, fillOpacity: 0.16, stroke: population, strokeWidth: 2, line: false },
      encoding: { x: along, y: { field: 'height', ...up, stack: null } },
    },
    {
      name: 'bestBelow',
      data: { name: 'best' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1 },
      encoding: { x: along, y: { value: -gap }, y2: { value: 'height' } },
    },
    {
      name: 'interval',
      data: { name: 'learned' },
      mark: { type: 'rule', stroke: population, strokeWidth: 5, strokeCap: 'round', yOffset: -6, strokeOpacity: 0.5 },
      encoding: { x: { ...along, field: 'lower' }, x2: { field: 'upper' }, y: { value: 'height' } },
    },
    {
      name: 'mean',
      data: { name: 'learned' },
      mark: { type: 'point', shape: 'diamond', filled: true, fill: population, opacity: 1, yOffset: -6 },
      encoding: { x: mean, y: { value: 'height' }, size: { value: 110 } },
    },
    {
      name: 'meanLabel',
      data: { name: 'learned' },
      mark: { type: 'text', align: 'left', baseline: 'middle', fill: population, xOffset: 12, yOffset: -24 },
      encoding: { x: { ...along, field: 'upper' }, y: { value: 'height' }, text: { field: 'text', type: 'nominal' } },
    },
    text('posterior of σ', { x: -46, y: -8 }),
    text('σ, in log-odds', { x: 'width', y: densityHeight + 40 }),
  ];
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const width = total - padding.left - padding.right;
  const height = scoreHeight[layout];
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing: gap,
    config,
    vconcat: [
      { width, height, layer: scores() },
      { width, height: densityHeight, layer: posterior() },
    ],
  };
  return { spec, width: total, height: height + densityHeight + gap + padding.top + padding.bottom };
}

/** Data sets: `scores`, `density`, `learned`, `best` (sigmaPosteriorRows). */
const chart: ChartDefinition = {
  name: 'sigma-posterior',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
