// Chart: the warm-up in time on either schedule: its phases, the step size, and the widths in the metric.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { words } from './flick-chart';
import { config, estimate, ink, muted, population } from './style';
import type { Layer } from './tank-frame';

const padding = { left: 48, right: 66, top: 58, bottom: 44 };
const columnGap = 124;
const rowGap = 36;
const titleRoom = 36;
const stepHeight = 110;
const widthHeight = 110;
const transitions = 400;
const band = { top: -20, bottom: -8 };

const time = (field: string, axis: boolean) => ({
  field,
  type: 'quantitative' as const,
  axis: axis
    ? { values: [0, 100, 200, 300, 400], ticks: true, tickColor: muted, grid: false, labelFlush: false }
    : null,
  scale: { domain: [0, transitions], nice: false },
});
const log = (field: string, domain: readonly [number, number], values: readonly number[]) => ({
  field,
  type: 'quantitative' as const,
  axis: { values: [...values], format: '~g' },
  scale: { type: 'log' as const, domain: [...domain], nice: false, clamp: true },
});
const only = (schedule: string) => [{ filter: `datum.schedule === '${schedule}'` }];

function phase(schedule: string, kind: string, mark: object): Layer {
  return {
    name: `${kind.replace(' ', '')}-${schedule}`,
    data: { name: 'phases' },
    transform: [...only(schedule), { filter: `datum.kind === '${kind}'` }],
    mark: { type: 'rect', ...mark },
    encoding: { x: time('from', false), x2: { field: 'to' }, y: { value: band.top }, y2: { value: band.bottom } },
  };
}

function stepLayers(schedule: string, title: string): Layer[] {
  return [
    phase(schedule, 'step size', { fill: estimate, fillOpacity: 0.35, stroke: estimate, strokeWidth: 1 }),
    phase(schedule, 'running', { fill: population, fillOpacity: 0.25, stroke: population, strokeWidth: 1 }),
    phase(schedule, 'window', { fill: population, fillOpacity: 0.6, stroke: population, strokeWidth: 1 }),
    {
      name: `stepSizes-${schedule}`,
      data: { name: 'stepSizes' },
      transform: only(schedule),
      mark: { type: 'line', stroke: estimate, strokeWidth: 1.25 },
      encoding: { x: time('transition', false), y: log('stepSize', [0.015, 8], [0.03, 0.1, 0.3, 1, 3]) },
    },
    {
      data: { values: [{}] },
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: ink, text: title },
      encoding: { x: { value: 0 }, y: { value: -28 } },
    },
    words('step size', 'left', { value: 4 }, { value: 12 }),
  ];
}

function widthLayers(schedule: string, width: number): Layer[] {
  const value = log('value', [0.05, 2.5], [0.1, 0.3, 1]);
  return [
    {
      name: `scales-${schedule}`,
      data: { name: 'scales' },
      transform: only(schedule),
      mark: { type: 'line', stroke: population, strokeWidth: 1.5, interpolate: 'step-after' },
      encoding: { x: time('transition', true), y: value, detail: { field: 'name' } },
    },
    {
      name: `ends-${schedule}`,
      data: { name: 'ends' },
      transform: only(schedule),
      mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink, xOffset: 6 },
      encoding: { x: { value: width }, y: value, text: { field: 'name', type: 'nominal' } },
    },
    words('widths in the metric', 'left', { value: 4 }, { value: -6 }),
    words('warm-up transition', 'center', { value: width / 2 }, { value: widthHeight + 38 }),
  ];
}

const titles: readonly (readonly [string, string])[] = [
  ['fast', 'This site’s schedule: the metric runs along'],
  ['stan', 'Stan’s schedule: the metric comes in windows'],
];

function drawing(layout: LayoutName): Drawing<TopLevelSpec> {
  const total = layoutWidth[layout];
  const inside = total - padding.left - padding.right;
  const common = { padding, autosize: { type: 'none' as const }, bounds: 'flush' as const, config };
  const panelsOf = (width: number) =>
    titles.map(([schedule, title]) => ({
      steps: { width, height: stepHeight, layer: stepLayers(schedule, title) },
      widths: { width, height: widthHeight, layer: widthLayers(schedule, width) },
    }));
  const columnHeight = stepHeight + rowGap + widthHeight;
  if (layout === 'wide') {
    const width = Math.floor((inside - columnGap) / 2);
    const panels = panelsOf(width);
    const spec: TopLevelSpec = {
      ...common,
      columns: 2,
      spacing: { row: rowGap, column: columnGap },
      concat: [...panels.map(({ steps }) => steps), ...panels.map(({ widths }) => widths)],
    };
    return { spec, width: total, height: padding.top + padding.bottom + columnHeight };
  }
  const [first, second] = panelsOf(inside);
  // A gap is as high as any other: between the schedules an empty panel makes room for a title and an axis.
  const room = { width: inside, height: titleRoom, layer: [words('', 'left', { value: 0 }, { value: 0 })] };
  const spec: TopLevelSpec = {
    ...common,
    spacing: rowGap,
    vconcat: [first.steps, first.widths, room, second.steps, second.widths],
  };
  return { spec, width: total, height: padding.top + padding.bottom + 2 * (columnHeight + rowGap) + titleRoom };
}

/** Data sets: `phases` (schedule, kind, from, to), `stepSizes` (schedule, transition, stepSize), `scales` and `ends` (schedule, name, value). */
const chart: ChartDefinition = {
  name: 'warmup',
  layouts: { narrow: drawing('narrow'), medium: drawing('medium'), wide: drawing('wide') },
};

export default chart;
