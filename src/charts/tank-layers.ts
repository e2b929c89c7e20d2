// Parts of the tank charts: the frame of all tanks in one row, or of one band a panel, and the layers drawn in it.
import type { TopLevelSpec } from 'vega-lite';
import { layoutWidth } from './definition';
import type { Drawing, LayoutName } from './definition';
import { config, estimate, ink, labelSize, muted, paper, percentLabel, population } from './style';
import { bandGap } from './tank-rows';
import type { LineName } from './tank-rows';

type Layered = Extract<TopLevelSpec, { layer: unknown }>;
export type Layer = Layered['layer'][number];
export type Params = NonNullable<Layered['params']>;

/** How the frame in which a layer is drawn is arranged. */
export interface Frame {
  /** Field of the horizontal position. */
  readonly x: 'slot' | 'place';
  readonly domain: readonly [number, number];
  /** The one band that is drawn; all when absent. */
  readonly band?: number;
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
const oneRow: Record<'medium' | 'wide', Frame> = {
  medium: row(7),
  wide: row(8),
};

function row(mark: number): Frame {
  const last = bands.length * tanksInBand + (bands.length - 1) * bandGap;
  return {
    x: 'slot',
    domain: [1 - margin, last + margin],
    labelField: 'label',
    textField: 'text',
    mark,
    ticks: quarters,
  };
}

function panel(band: number): Frame {
  const domain = [1 - margin, tanksInBand + margin] as const;
  return { x: 'place', domain, band, labelField: 'stackedLabel', textField: 'shortText', mark: 8, ticks: halves };
}

/** The same layers in all three layouts. */
export function tankDrawings(
  layers: (frame: Frame) => readonly Layer[],
  params: Params,
): Record<LayoutName, Drawing<TopLevelSpec>> {
  return {
    narrow: stackedDrawing(layers, params),
    medium: rowDrawing('medium', 300, layers, params),
    wide: rowDrawing('wide', 340, layers, params),
  };
}

function rowDrawing(
  layout: 'medium' | 'wide',
  plotHeight: number,
  layers: (frame: Frame) => readonly Layer[],
  params: Params,
): Drawing<TopLevelSpec> {
  const frame = oneRow[layout];
  const padding = { left: 46, right: 170, top: 34, bottom: 46 };
  const width = layoutWidth[layout];
  const spec: TopLevelSpec = {
    width: width - padding.left - padding.right,
    height: plotHeight,
    padding,
    autosize: { type: 'none' },
    config,
    params,
    layer: [axisTitle(), ...layers(frame), ...bandAxis(), pointing(frame)],
  };
  return { spec, width, height: plotHeight + padding.top + padding.bottom };
}

function stackedDrawing(layers: (frame: Frame) => readonly Layer[], params: Params): Drawing<TopLevelSpec> {
  const padding = { left: 44, right: 92, top: 52, bottom: 14 };
  const width = layoutWidth.narrow;
  const panelHeight = 124;
  const spacing = 38;
  const spec: TopLevelSpec = {
    padding,
    autosize: { type: 'none' },
    bounds: 'flush',
    spacing,
    config,
    params,
    vconcat: bands.map((band) => {
      const frame = panel(band);
      const title = band === 0 ? [axisTitle(-38)] : [];
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

function position(frame: Frame) {
  const scale = { domain: [...frame.domain], nice: false };
  return { field: frame.x, type: 'quantitative' as const, axis: null, scale };
}

/** Keeps a mark through changes of the rows, so that an update moves marks rather than making new ones. */
const byTank = { key: { field: 'tank' } } as const;
const byName = { key: { field: 'name' } } as const;

function share(field: string, frame: Frame) {
  const axis = { values: [...frame.ticks], labelExpr: percentLabel };
  return { field, type: 'quantitative' as const, axis, scale: { domain: [0, 1], nice: false } };
}

/** Vega-Lite takes equal names in two panels for one thing. Chart.css finds marks by the beginning of the name. */
function named(name: string, frame: Frame): string {
  return frame.band === undefined ? name : `${name}-${frame.band}`;
}

/** The rows of one frame: all of them, or those of its band. */
function rowsOf(name: 'tanks' | 'bands', frame: Frame) {
  const transform = frame.band === undefined ? [] : [{ filter: `datum.band === ${frame.band}` }];
  return { data: { name }, transform };
}

function axisTitle(y = -20): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: 'bottom', fill: muted, text: 'tadpoles that survived' },
    encoding: { x: { value: -42 }, y: { value: y } },
  };
}

function bandAxis(): Layer[] {
  const centre = { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' }, y: { value: 'height' } } as const;
  return [
    {
      name: 'band-rule',
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
function pointing(frame: Frame): Layer {
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

export function rawMarks(frame: Frame): Layer {
  const side = frame.mark + 1;
  return {
    ...rowsOf('tanks', frame),
    name: named('raw', frame),
    mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, fill: paper, strokeWidth: 1.25, opacity: 1 },
    encoding: { ...byTank, x: position(frame), y: share('raw', frame), size: { value: side * side } },
  };
}

export function estimateMarks(frame: Frame): Layer {
  const size = (diameter: number) => diameter * diameter;
  const normal = size(frame.mark);
  return {
    ...rowsOf('tanks', frame),
    name: named('estimates', frame),
    mark: { type: 'point', shape: 'circle', filled: true, fill: estimate, opacity: 1 },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('estimate', frame),
      size: { condition: { test: 'datum.tank === highlight', value: size(frame.mark + 4) }, value: normal },
    },
  };
}

/** From the raw proportion to the estimate. */
export function stems(frame: Frame): Layer {
  return {
    ...rowsOf('tanks', frame),
    name: named('stems', frame),
    mark: { type: 'rule', stroke: estimate, strokeWidth: 1.25 },
    encoding: { ...byTank, x: position(frame), y: share('raw', frame), y2: { field: 'estimate' } },
  };
}

/** What the marks mean, beside the axis title. Positions are fixed: nothing may depend on the measured width of a text. */
export function markKey(frame: Frame): Layer[] {
  if (frame.band !== undefined && frame.band > 0) return [];
  const at = frame.band === undefined ? { first: 150, step: 108, y: -26 } : { first: 112, step: 74, y: -44 };
  const names = frame.band === undefined ? ['raw proportion', 'posterior mean'] : ['raw', 'estimate'];
  const entries = names.map((text, i) => ({ x: at.first + i * at.step, text, filled: i === 1 }));
  const interval = [{ x: at.first + 2 * at.step }];
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  const y = { value: at.y };
  const shown = { condition: { test: 'intervals', value: 1 }, value: 0 };
  const text = { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', shape: 'circle', filled: true, stroke: ink, opacity: 1 },
      encoding: {
        x,
        y,
        size: { value: frame.mark * frame.mark },
        fill: { condition: { test: 'datum.filled', value: estimate }, value: paper },
        stroke: { condition: { test: 'datum.filled', value: estimate }, value: ink },
      },
    },
    { data: { values: entries }, mark: text, encoding: { x, y, text: { field: 'text', type: 'nominal' } } },
    {
      data: { values: interval },
      mark: { type: 'rule', stroke: estimate, strokeWidth: frame.mark - 2, strokeCap: 'round', strokeOpacity: 0.22 },
      encoding: { x, y: { value: at.y - 5 }, y2: { value: at.y + 5 }, opacity: shown },
    },
    {
      data: { values: interval },
      mark: { ...text, text: { expr: 'intervalName' } },
      encoding: { x, y, opacity: shown },
    },
  ];
}

/** Shown when the param `intervals` is true. */
export function intervals(frame: Frame): Layer {
  return {
    ...rowsOf('tanks', frame),
    name: named('intervals', frame),
    mark: { type: 'rule', stroke: estimate, strokeWidth: frame.mark - 2, strokeCap: 'round' },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('lower', frame),
      y2: { field: 'upper' },
      opacity: { condition: { test: 'intervals', value: 0.22 }, value: 0 },
    },
  };
}

const rawLine: LineName = 'raw mean';
const typicalLine: LineName = 'typical tank';
/** Data have the ink's colour, what the model says of the population has the population's. */
const lineColour = { condition: { test: `datum.name === '${rawLine}'`, value: ink }, value: population };

/** Lines across the frame, labelled at their right end; in stacked panels only the first carries the labels. */
export function lines(frame: Frame): Layer[] {
  const drawn: Layer = {
    name: named('lines', frame),
    data: { name: 'lines' },
    mark: { type: 'rule' },
    encoding: {
      ...byName,
      y: share('value', frame),
      stroke: lineColour,
      strokeWidth: { condition: { test: `datum.name === '${typicalLine}'`, value: 2.25 }, value: 1 },
    },
  };
  if (frame.band !== undefined && frame.band > 0) return [drawn];
  return [drawn, leaders(frame), lineLabels(frame)];
}

function leaders(frame: Frame): Layer {
  return {
    name: named('leaders', frame),
    data: { name: 'lines' },
    mark: { type: 'rule', xOffset: 0, x2Offset: 12, strokeWidth: 1 },
    encoding: {
      ...byName,
      x: { value: 'width' },
      x2: { value: 'width' },
      y: share('value', frame),
      y2: { field: frame.labelField },
      stroke: lineColour,
    },
  };
}

function lineLabels(frame: Frame): Layer {
  return {
    name: named('line-labels', frame),
    data: { name: 'lines' },
    mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 17, fontSize: labelSize },
    encoding: {
      ...byName,
      x: { value: 'width' },
      y: share(frame.labelField, frame),
      text: { field: frame.textField, type: 'nominal' },
      fill: lineColour,
    },
  };
}
