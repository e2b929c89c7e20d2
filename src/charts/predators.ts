// Chart: raw survival and estimate of each tank, tanks with predators in a hue and shape of their own, and each group's typical tank.
import type { ChartDefinition } from './definition';
import { estimate, ink, labelSize, muted, paper, population, predators } from './style';
import { byTank, named, position, rowsOf, share, tankDrawings } from './tank-frame';
import type { Frame, Layer } from './tank-frame';

const hue = { condition: { test: 'datum.predators', value: predators }, value: estimate } as const;
const shape = { condition: { test: 'datum.predators', value: 'triangle-down' }, value: 'circle' } as const;
const intervalOpacity = 0.27;

function stems(frame: Frame): Layer {
  return {
    ...rowsOf('tanks', frame),
    name: named('stems', frame),
    mark: { type: 'rule', strokeWidth: 1.25 },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('raw', frame),
      y2: { field: 'estimate' },
      stroke: hue,
    },
  };
}

function intervals(frame: Frame): Layer {
  return {
    ...rowsOf('tanks', frame),
    name: named('intervals', frame),
    mark: { type: 'rule', strokeWidth: frame.mark - 2.5, strokeCap: 'round' },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('lower', frame),
      y2: { field: 'upper' },
      stroke: hue,
      opacity: { condition: { test: 'intervals', value: intervalOpacity }, value: 0 },
    },
  };
}

function rawMarks(frame: Frame): Layer {
  const side = frame.mark + 1;
  return {
    ...rowsOf('tanks', frame),
    name: named('raw', frame),
    mark: { type: 'point', filled: false, stroke: ink, fill: paper, strokeWidth: 1.25, opacity: 1 },
    encoding: { ...byTank, x: position(frame), y: share('raw', frame), shape, size: { value: side * side } },
  };
}

function estimateMarks(frame: Frame): Layer {
  const size = (diameter: number) => diameter * diameter;
  return {
    ...rowsOf('tanks', frame),
    name: named('estimates', frame),
    mark: { type: 'point', filled: true, opacity: 1 },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('estimate', frame),
      fill: hue,
      shape,
      size: {
        condition: { test: 'datum.tank === highlight', value: size(frame.mark + 4) },
        value: size(frame.mark + 1),
      },
    },
  };
}

const lineHue = {
  condition: [
    { test: "datum.group === 'without'", value: estimate },
    { test: "datum.group === 'with'", value: predators },
  ],
  value: population,
};
const byName = { key: { field: 'name' } } as const;

/** The typical tanks' lines, labelled at their right end; in stacked panels only the first carries the labels. */
function lines(frame: Frame): Layer[] {
  const rows = { data: { name: 'lines' } };
  const drawn: Layer = {
    ...rows,
    name: named('lines', frame),
    mark: { type: 'rule', strokeWidth: 2 },
    encoding: { ...byName, y: share('value', frame), stroke: lineHue },
  };
  if (frame.band !== undefined && frame.band > 0) return [drawn];
  return [
    drawn,
    {
      ...rows,
      name: named('leaders', frame),
      mark: { type: 'rule', xOffset: 0, x2Offset: 12, strokeWidth: 1 },
      encoding: {
        ...byName,
        x: { value: 'width' },
        x2: { value: 'width' },
        y: share('value', frame),
        y2: { field: frame.labelField },
        stroke: lineHue,
      },
    },
    {
      ...rows,
      name: named('labels', frame),
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 17, fontSize: labelSize },
      encoding: {
        ...byName,
        x: { value: 'width' },
        y: share(frame.labelField, frame),
        text: { field: frame.textField, type: 'nominal' },
        fill: lineHue,
      },
    },
  ];
}

/** What the marks mean, beside the axis title, at fixed places. */
function markKey(frame: Frame): Layer[] {
  if (frame.band !== undefined && frame.band > 0) return [];
  const stacked = frame.band !== undefined;
  const y = { value: stacked ? -42 : -24 };
  const names = ['raw', 'no predators', 'predators'];
  const places = stacked ? [98, 140, 236] : [126, 180, 284];
  const entries = names.map((text, k) => ({ x: places[k], text, filled: k > 0, predators: k === 2 }));
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', filled: true, strokeWidth: 1.25, opacity: 1 },
      encoding: {
        x,
        y,
        shape,
        size: { value: frame.mark * frame.mark },
        fill: { condition: [{ test: '!datum.filled', value: paper }, hue.condition], value: estimate },
        stroke: { condition: [{ test: '!datum.filled', value: ink }, hue.condition], value: estimate },
      },
    },
    {
      data: { values: entries },
      mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted },
      encoding: { x, y, text: { field: 'text', type: 'nominal' } },
    },
  ];
}

/**
 * Data sets: `tanks` (predatorRows), `bands` (bandRows), `lines` (typicalRows). Params: `highlight`, a tank's number or 0; `intervals`,
 * whether the interval of each tank is drawn.
 */
const chart: ChartDefinition = {
  name: 'predators',
  layouts: tankDrawings(
    (frame) => [
      ...markKey(frame),
      intervals(frame),
      ...lines(frame),
      stems(frame),
      rawMarks(frame),
      estimateMarks(frame),
    ],
    () => [
      { name: 'highlight', value: 0 },
      { name: 'intervals', value: false },
    ],
  ),
};

export default chart;
