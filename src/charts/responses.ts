// Chart: ordered responses of many members (stories, participants), mean and middle half of each, and the histogram of one beside everyone's.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper } from './style';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const levels = [1, 2, 3, 4, 5, 6, 7];
/** The histogram's tallest bar that fits. */
const tallest = 0.6;

const response = { domain: [0.5, 7.5], nice: false };

function up(field: string) {
  return { field, type: 'quantitative' as const, scale: response, axis: { values: levels } };
}

const slots = { nice: false, domain: { expr: '[0.5, count + 0.5]' } };
const across = (field: string) => ({ field, type: 'quantitative' as const, scale: slots, axis: null });

function title(text: string): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', fill: muted, text },
    encoding: { x: { value: -18 }, y: { value: -18 } },
  };
}

function memberLayers(labels: 'upright' | 'none'): Layer[] {
  const chosen = 'datum.member === highlight';
  return [
    title('response'),
    {
      name: 'middles',
      data: { name: 'members' },
      mark: { type: 'rule', stroke: ink, strokeCap: 'butt' },
      encoding: {
        x: across('slot'),
        y: up('lower'),
        y2: { field: 'upper' },
        strokeWidth: { value: { expr: 'count > 20 ? 4 : 9' } },
        opacity: { condition: { test: chosen, value: 0.5 }, value: 0.18 },
      },
    },
    {
      name: 'means',
      data: { name: 'members' },
      mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, fill: paper, opacity: 1 },
      encoding: {
        x: across('slot'),
        y: up('mean'),
        size: { value: { expr: 'count > 20 ? 34 : 64' } },
        strokeWidth: { condition: { test: chosen, value: 2.75 }, value: 1.25 },
      },
    },
    ...(labels === 'none'
      ? []
      : [
          {
            name: 'names',
            data: { name: 'members' },
            mark: { type: 'text', baseline: 'top', dy: 8, fill: muted },
            encoding: { x: across('slot'), y: { value: 'height' }, text: { field: 'label', type: 'nominal' } },
          } satisfies Layer,
        ]),
    {
      name: 'pointing',
      data: { name: 'members' },
      transform: [
        { calculate: 'datum.slot - 0.5', as: 'from' },
        { calculate: 'datum.slot + 0.5', as: 'to' },
      ],
      mark: { type: 'rect', fill: ink, stroke: null },
      encoding: {
        x: across('from'),
        x2: { field: 'to' },
        y: { value: 0 },
        y2: { value: 'height' },
        fillOpacity: { condition: { test: chosen, value: 0.06 }, value: 0 },
      },
    },
  ];
}

function histogramLayers(): Layer[] {
  const along = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: response,
    axis: { values: levels, grid: false },
  });
  const share = (field: string) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, tallest], nice: false, clamp: true },
    axis: { values: [0, 0.2, 0.4, 0.6], labelExpr: "round(datum.value * 100) + '\u202f%'" },
  });
  return [
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'middle', text: { expr: 'name' }, fill: ink, fontWeight: 600 },
      encoding: { x: { value: -18 }, y: { value: -18 } },
    },
    {
      name: 'bars',
      data: { name: 'histogram' },
      transform: [
        { calculate: 'datum.response - 0.36', as: 'from' },
        { calculate: 'datum.response + 0.36', as: 'to' },
      ],
      mark: { type: 'rect', fill: paper, stroke: ink, strokeWidth: 1.25 },
      encoding: { x: along('from'), x2: { field: 'to' }, y: share('share'), y2: { datum: 0 } },
    },
    {
      name: 'everyone',
      data: { name: 'histogram' },
      transform: [
        { calculate: 'datum.response - 0.46', as: 'from' },
        { calculate: 'datum.response + 0.46', as: 'to' },
      ],
      mark: { type: 'rule', stroke: estimate, strokeWidth: 2.25 },
      encoding: { x: along('from'), x2: { field: 'to' }, y: share('everyone') },
    },
  ];
}

const params = [
  { name: 'count', value: 12 },
  { name: 'highlight', value: '' },
  { name: 'name', value: '' },
];

function beside(layout: 'medium' | 'wide', height: number): Drawing<TopLevelSpec> {
  const width = layoutWidth[layout];
  const spacing = 62;
  const histogram = layout === 'wide' ? 210 : 156;
  const padding = { left: 28, right: 8, top: 34, bottom: 34 };
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    params,
    hconcat: [
      { width: width - padding.left - padding.right - spacing - histogram, height, layer: memberLayers('upright') },
      { width: histogram, height, layer: histogramLayers() },
    ],
  };
  return { spec, width, height: height + padding.top + padding.bottom };
}

function stacked(): Drawing<TopLevelSpec> {
  const width = layoutWidth.narrow;
  const padding = { left: 48, right: 8, top: 34, bottom: 30 };
  const [members, histogram, spacing] = [170, 110, 66];
  const plotWidth = width - padding.left - padding.right;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    params,
    vconcat: [
      { width: plotWidth, height: members, layer: memberLayers('upright') },
      { width: plotWidth, height: histogram, layer: histogramLayers() },
    ],
  };
  return { spec, width, height: members + histogram + spacing + padding.top + padding.bottom };
}

const layouts: Readonly<Record<LayoutName, Drawing<TopLevelSpec>>> = {
  narrow: stacked(),
  medium: beside('medium', 210),
  wide: beside('wide', 240),
};

/**
 * Data sets: `members` and `histogram` (response-rows). Params: `count`, how many members stand side by side; `highlight`, the chosen
 * member's key, and `name`, what it is called.
 */
const chart: ChartDefinition = { name: 'responses', layouts };

export default chart;
