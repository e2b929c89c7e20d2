// The frame of the tank charts: all tanks in one row, or one band of densities a panel, with axes, titles and targets of pointing.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { Drawing, LayoutName } from './definition';
import { config, ink, muted, percentLabel } from './style';
import { bandGap } from './tank-rows';

type Layered = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = Layered['layer'][number];
export type Params = NonNullable<Layered['params']>;

/** How the frame in which a layer is drawn is arranged. */
export interface Frame {
  /** Field of the horizontal position. */
  readonly x: 'slot' | 'place' | 'six';
  readonly domain: readonly [number, number];
  /** The one band that is drawn; all when absent. */
  readonly band?: number;
  /** Whether only the six tanks are drawn that have a place among six. */
  readonly sixOnly?: boolean;
  readonly labelField: 'label' | 'stackedLabel';
  readonly textField: 'text' | 'shortText';
  /** Diameter of a mark in drawing units. */
  readonly mark: number;
  /** Labelled proportions of the axis. */
  readonly ticks: readonly number[];
}

const quarters = [0, 0.25, 0.5, 0.75, 1];
const halves = [0, 0.5, 1];

const bands = [0, 1, 2];
const tanksInBand = 16;
const margin = 0.8;
const lastSlot = bands.length * tanksInBand + (bands.length - 1) * bandGap;
const row = { x: 'slot', domain: [1 - margin, lastSlot + margin], labelField: 'label', ticks: quarters } as const;
const oneRow: Record<'medium' | 'wide', Frame> = {
  medium: { ...row, textField: 'shortText', mark: 6 },
  wide: { ...row, textField: 'text', mark: 8 },
};
const rightMargin = { medium: 100, wide: 164 };

function panel(band: number): Frame {
  const domain = [1 - margin, tanksInBand + margin] as const;
  return { x: 'place', domain, band, labelField: 'stackedLabel', textField: 'shortText', mark: 8, ticks: halves };
}

/** Of the plot in one row, for which labels are set apart. */
export const plannedHeight = 290;

/** The same layers in all three layouts. */
export function tankDrawings(
  layers: (frame: Frame) => readonly Layer[],
  params: (layout: LayoutName) => Params,
): Record<LayoutName, Drawing<TopLevelSpec>> {
  return {
    narrow: stackedDrawing(layers, params),
    medium: rowDrawing('medium', plannedHeight, layers, params),
    wide: rowDrawing('wide', 330, layers, params),
  };
}

function rowDrawing(
  layout: 'medium' | 'wide',
  plotHeight: number,
  layers: (frame: Frame) => readonly Layer[],
  params: (layout: LayoutName) => Params,
): Drawing<TopLevelSpec> {
  const frame = oneRow[layout];
  const padding = { left: 46, right: rightMargin[layout], top: 34, bottom: 46 };
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height: plotHeight,
    padding,
    autosize: { type: 'none' },
    config,
    params: params(layout),
    layer: [axisTitle(), ...layers(frame), ...bandAxis(), pointing(frame)],
  };
  return { spec, width, height: plotHeight + padding.top + padding.bottom };
}

function stackedDrawing(
  layers: (frame: Frame) => readonly Layer[],
  params: (layout: LayoutName) => Params,
): Drawing<TopLevelSpec> {
  const padding = { left: 44, right: 92, top: 54, bottom: 10 };
  const width = layoutWidth.narrow;
  const panelHeight = 124;
  const spacing = 38;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    params: params('narrow'),
    vconcat: bands.map((band) => {
      const frame = panel(band);
      const title = band === 0 ? [axisTitle(-42)] : [];
      return {
        width: width - padding.left - padding.right,
        height: panelHeight,
        layer: [...title, ...layers(frame), panelTitle(band), pointing(frame)],
      };
    }),
  };
  const height = bands.length * panelHeight + (bands.length - 1) * spacing + padding.top + padding.bottom;
  return { spec, width, height };
}

export function position(frame: Frame) {
  const scale = { domain: [...frame.domain], nice: false };
  return { field: frame.x, type: 'quantitative' as const, axis: null, scale };
}

/** Keeps a mark through changes of the rows, so that an update moves marks rather than making new ones. */
export const byTank = { key: { field: 'tank' } } as const;

export function share(field: string, frame: Frame) {
  const axis = { values: [...frame.ticks], labelExpr: percentLabel };
  return { field, type: 'quantitative' as const, axis, scale: { domain: [0, 1], nice: false } };
}

/** Vega-Lite takes equal names in two panels for one thing. Chart.css finds marks by the beginning of the name. */
export function named(name: string, frame: Frame): string {
  return frame.band === undefined ? name : `${name}-${frame.band}`;
}

/** The rows of one frame: all of them, or those of its band. */
export function rowsOf(name: 'tanks' | 'bands', frame: Frame) {
  const transform = filtersOf(frame);
  return { data: { name }, transform };
}

function filtersOf({ band, sixOnly = false }: Frame): { readonly filter: string }[] {
  if (sixOnly) return [{ filter: 'datum.six > 0' }];
  return band === undefined ? [] : [{ filter: `datum.band === ${band}` }];
}

export function axisTitle(y = -24): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'middle', fill: muted, text: 'tadpoles that survived' },
    encoding: { x: { value: -42 }, y: { value: y } },
  };
}

function bandAxis(): Layer[] {
  const centre = { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' }, y: { value: 'height' } } as const;
  return [
    {
      name: 'bandRule',
      data: { name: 'bands' },
      mark: { type: 'rule', stroke: ink, strokeWidth: 1, yOffset: 8 },
      encoding: centre,
    },
    bandText('label', 26, ink),
    bandText('tankRange', 42, muted),
  ];
}

function bandText(field: string, yOffset: number, fill: string): Layer {
  return {
    data: { name: 'bands' },
    transform: [{ calculate: '(datum.from + datum.to) / 2', as: 'centre' }],
    mark: { type: 'text', align: 'center', baseline: 'alphabetic', yOffset, fill },
    encoding: {
      x: { field: 'centre', type: 'quantitative' },
      y: { value: 'height' },
      text: { field, type: 'nominal' },
    },
  };
}

function panelTitle(band: number): Layer {
  return {
    ...rowsOf('bands', panel(band)),
    mark: { type: 'text', align: 'left', baseline: 'bottom', fontWeight: 600 },
    encoding: { x: { value: 0 }, y: { value: -9 }, text: { field: 'label', type: 'nominal' } },
  };
}

/** One invisible column a tank: the target of pointing, tinted when its tank is the param `highlight`. */
export function pointing(frame: Frame): Layer {
  const half = (edge: string) => `datum.${frame.x} ${edge} 0.5`;
  return {
    ...rowsOf('tanks', frame),
    name: named('pointing', frame),
    transform: [
      ...rowsOf('tanks', frame).transform,
      { calculate: half('-'), as: 'columnFrom' },
      { calculate: half('+'), as: 'columnTo' },
    ],
    mark: { type: 'rect', fill: ink, stroke: null },
    encoding: {
      ...byTank,
      x: { field: 'columnFrom', type: 'quantitative' },
      x2: { field: 'columnTo' },
      y: { value: 0 },
      y2: { value: 'height' },
      fillOpacity: { condition: { test: 'datum.tank === highlight', value: 0.08 }, value: 0 },
    },
  };
}
