// Chart: one number of each tank under two models, without predators along and with them up, and the line of no change.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { ChartDefinition, Drawing, LayoutName } from './definition';
import { config, estimate, ink, muted, paper, predators } from './style';

export interface IdentityOptions {
  readonly name: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly labelExpr?: string;
  readonly along: string;
  readonly up: string;
}

const padding = { left: 52, right: 24, top: 30, bottom: 50 };
/** The plot is square, and no larger than a reading column has use for. */
const most = 330;

/**
 * Data set `tanks`: rows with `tank`, `predators`, `before` and `after`. Param `highlight`: a tank's number or 0. The chart stands
 * beside another in one figure, so its container is narrow where there is room for two.
 */
export function identityChart(options: IdentityOptions): ChartDefinition {
  const of = (name: LayoutName): Drawing<TopLevelSpec> => drawing(layoutWidth[name], options);
  return { name: options.name, layouts: { narrow: of('narrow'), medium: of('medium'), wide: of('wide') } };
}

function drawing(width: number, { domain, ticks, labelExpr, along, up }: IdentityOptions): Drawing<TopLevelSpec> {
  const side = Math.min(width - padding.left - padding.right, most);
  const axis = { values: [...ticks], ...(labelExpr === undefined ? {} : { labelExpr }), labelFlush: false };
  const scale = { domain: [...domain], nice: false, zero: false };
  const x = (field: string) => ({ field, type: 'quantitative' as const, axis, scale });
  const [from, to] = domain;
  const spec: TopLevelSpec = {
    width: side,
    height: side,
    padding: { ...padding, right: width - side - padding.left },
    autosize: { type: 'none' },
    config,
    params: [{ name: 'highlight', value: 0 }],
    layer: [
      {
        name: 'identity',
        data: { values: [{ from, to }] },
        mark: { type: 'rule', stroke: muted, strokeWidth: 1.25 },
        encoding: { x: x('from'), x2: { field: 'to' }, y: x('from'), y2: { field: 'to' } },
      },
      {
        name: 'estimates',
        data: { name: 'tanks' },
        mark: { type: 'point', filled: true, stroke: paper, strokeWidth: 0.75, opacity: 0.9 },
        encoding: {
          key: { field: 'tank' },
          x: x('before'),
          y: x('after'),
          fill: { condition: { test: 'datum.predators', value: predators }, value: estimate },
          shape: { condition: { test: 'datum.predators', value: 'triangle-down' }, value: 'circle' },
          size: { condition: { test: 'datum.tank === highlight', value: 220 }, value: 90 },
        },
      },
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'middle', fill: muted, text: up },
        encoding: { x: { value: 6 - padding.left }, y: { value: -18 } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'right', baseline: 'alphabetic', yOffset: 42, fill: muted, text: along },
        encoding: { x: { value: side }, y: { value: 'height' } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink, text: 'no change' },
        encoding: { x: { datum: from + 0.7 * (to - from) }, y: { datum: from + 0.57 * (to - from) } },
      },
    ],
  };
  return { spec, width, height: side + padding.top + padding.bottom };
}
