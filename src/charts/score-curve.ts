// Chart: the score of leaving data out against sigma, exact and by PSIS, beside the fit to the data that were seen.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import type { Series } from './score-curve-rows';
import { config, estimate, ink, labelSize, muted, paper, population } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

interface Shape {
  readonly height: number;
  readonly right: number;
  readonly label: 'text' | 'shortText';
  readonly mark: number;
}

const shapes: Readonly<Record<LayoutName, Shape>> = {
  narrow: { height: 270, right: 68, label: 'shortText', mark: 6 },
  medium: { height: 290, right: 122, label: 'text', mark: 7 },
  wide: { height: 320, right: 130, label: 'text', mark: 8 },
};
const left = 46;
const top = 52;
const bottom = 48;

const looks: Readonly<Record<Series, { readonly colour: string; readonly width: number }>> = {
  exact: { colour: estimate, width: 2 },
  psis: { colour: 'var(--warning)', width: 1.25 },
  seen: { colour: muted, width: 1.25 },
};
const series: readonly Series[] = ['seen', 'psis', 'exact'];
const colour = {
  condition: series.slice(1).map((name) => ({ test: `datum.series === '${name}'`, value: looks[name].colour })),
  value: looks.seen.colour,
};

const star =
  'M0,-1 L0.235,-0.324 L0.951,-0.309 L0.38,0.124 L0.588,0.809 L0,0.4 L-0.588,0.809 L-0.38,0.124 L-0.951,-0.309 L-0.235,-0.324Z';

const across = {
  type: 'quantitative' as const,
  scale: { domain: [0, 5.12], nice: false },
  axis: { values: [0, 1, 2, 3, 4, 5], format: 'd', grid: false, ticks: true, tickColor: muted, labelFlush: false },
};
const up = {
  type: 'quantitative' as const,
  scale: { domain: { expr: '[low, high]' }, nice: false, zero: false },
  axis: { values: { expr: 'sequence(low, high + 1, 40)' } },
};

function curves(): Layer[] {
  return series.map((name) => ({
    name: `curve-${name}`,
    data: { name: 'lines' },
    transform: [{ filter: `datum.series === '${name}'` }],
    mark: { type: 'line', stroke: looks[name].colour, strokeWidth: looks[name].width, interpolate: 'linear' },
    encoding: { x: { field: 'sigma', ...across }, y: { field: 'value', ...up } },
  }));
}

function marks({ mark, label }: Shape): Layer[] {
  const at = { x: { field: 'sigma', ...across }, y: { field: 'value', ...up } } as const;
  const of = (name: Series) => ({ filter: `datum.series === '${name}' && datum.inside` });
  return [
    {
      name: 'psis',
      data: { name: 'points' },
      transform: [of('psis')],
      mark: {
        type: 'point',
        shape: 'diamond',
        filled: false,
        stroke: looks.psis.colour,
        fill: paper,
        strokeWidth: 1.25,
        opacity: 1,
      },
      encoding: { ...at, size: { value: mark * mark } },
    },
    {
      name: 'exact',
      data: { name: 'points' },
      transform: [of('exact')],
      mark: { type: 'point', shape: 'circle', filled: true, fill: looks.exact.colour, opacity: 1 },
      encoding: { ...at, size: { value: (mark - 1) * (mark - 1) } },
    },
    {
      name: 'best',
      data: { name: 'best' },
      mark: {
        type: 'point',
        shape: star,
        filled: true,
        fill: looks.exact.colour,
        stroke: paper,
        strokeWidth: 1.5,
        opacity: 1,
      },
      encoding: { ...at, size: { value: 13 * mark * mark } },
    },
    {
      name: 'bestLabel',
      data: { name: 'best' },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'top',
        xOffset: -10,
        yOffset: 15,
        fontWeight: 600,
        fill: looks.exact.colour,
      },
      encoding: { ...at, text: { field: label, type: 'nominal' } },
    },
    {
      name: 'below',
      data: { name: 'below' },
      mark: { type: 'text', align: 'right', baseline: 'bottom', yOffset: -6, fill: muted },
      encoding: {
        x: { datum: 5, ...across },
        y: { value: 'height' },
        text: { field: 'text', type: 'nominal' },
      },
    },
  ];
}

/** The slider's sigma: a line with its value above the plot. */
function knob(): Layer[] {
  const x = { field: 'sigma', ...across };
  return [
    {
      name: 'knob',
      data: { name: 'knob' },
      mark: { type: 'rule', stroke: population, strokeWidth: 1.5 },
      encoding: { x, y: { value: -4 }, y2: { value: 'height' } },
    },
    {
      name: 'knobLabel',
      data: { name: 'knob' },
      mark: { type: 'text', align: 'center', baseline: 'bottom', yOffset: -7, fill: population },
      encoding: { x, y: { value: 0 }, text: { field: 'text', type: 'nominal' } },
    },
  ];
}

function ends({ label }: Shape): Layer[] {
  return [
    {
      name: 'leaders',
      data: { name: 'ends' },
      mark: { type: 'rule', strokeWidth: 1, xOffset: -2, x2Offset: 8 },
      encoding: {
        x: { value: 'width' },
        x2: { value: 'width' },
        y: { field: 'value', ...up },
        y2: { field: 'label' },
        stroke: colour,
      },
    },
    {
      name: 'ends',
      data: { name: 'ends' },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 12, fontSize: labelSize },
      encoding: {
        x: { value: 'width' },
        y: { field: 'label', ...up },
        text: { field: label, type: 'nominal' },
        fill: colour,
      },
    },
  ];
}

function titles(): Layer[] {
  const title = (
    text: string,
    align: 'left' | 'center',
    x: { value: number | 'width' } | { datum: number },
    y: number | 'height',
    yOffset: number,
  ): Layer => ({
    data: { values: [{}] },
    mark: { type: 'text', align, baseline: 'alphabetic', fill: muted, text, yOffset },
    encoding: { x: 'datum' in x ? { ...x, type: 'quantitative' } : x, y: { value: y } },
  });
  return [
    title('log score (elpd), higher is better', 'left', { value: 4 - left }, 0, -34),
    title('σ, how much tanks may differ', 'center', { datum: 2.5 }, 'height', 40),
  ];
}

/** One invisible column a sigma: what is pointed at and pressed. */
function columns(): Layer {
  return {
    name: 'pointing',
    data: { name: 'columns' },
    mark: { type: 'rect', fill: ink, stroke: null },
    encoding: {
      x: { field: 'from', ...across },
      x2: { field: 'to' },
      y: { value: 0 },
      y2: { value: 'height' },
      fillOpacity: { condition: { test: 'datum.at === highlight', value: 0.08 }, value: 0 },
    },
  };
}

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const shape = shapes[layout];
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - left - shape.right,
    height: shape.height,
    padding: { left, right: shape.right, top, bottom },
    autosize: { type: 'none' },
    config,
    params: [
      { name: 'highlight', value: -1 },
      { name: 'low', value: -220 },
      { name: 'high', value: -60 },
    ],
    layer: [...knob(), ...curves(), ...marks(shape), ...ends(shape), ...titles(), columns()],
  };
  return { spec, width, height: shape.height + top + bottom };
}

/** Data sets: those of `scoreCurveData`, and `knob` (knobRows). Params: `highlight`, the number of a sigma or -1; `low` and `high`, the axis. */
const chart: ChartDefinition = {
  name: 'score-curve',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
