// The marks of the tank charts: raw proportions, estimates, what joins them, intervals, and labelled lines.
import { estimate, ink, labelSize, muted, paper, population } from './style';
import { byTank, named, position, rowsOf, share, plannedHeight } from './tank-frame';
import type { Frame, Layer } from './tank-frame';
import type { LineName } from './tank-rows';

const intervalOpacity = 0.27;
const byName = { key: { field: 'name' } } as const;

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
  const stacked = frame.band !== undefined;
  const y = { value: stacked ? -42 : -24 };
  const names = stacked ? ['raw', 'estimate'] : ['raw proportion', 'posterior mean'];
  const places = stacked ? [110, 152, 226] : [126, 234, 348];
  const entries = names.map((text, i) => ({ x: places[i], text, filled: i === 1 }));
  const interval = [{ x: places[2] }];
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  const shown = { condition: { test: 'intervals', value: 1 }, value: 0 };
  const text = { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted } as const;
  return [
    {
      data: { values: entries },
      mark: { type: 'point', shape: 'circle', filled: true, strokeWidth: 1.25, opacity: 1 },
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
      mark: {
        type: 'rule',
        stroke: estimate,
        strokeWidth: frame.mark - 2.5,
        strokeCap: 'round',
        strokeOpacity: intervalOpacity,
      },
      encoding: { x, y: { value: y.value - 5 }, y2: { value: y.value + 5 }, opacity: shown },
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
    mark: { type: 'rule', stroke: estimate, strokeWidth: frame.mark - 2.5, strokeCap: 'round' },
    encoding: {
      ...byTank,
      x: position(frame),
      y: share('lower', frame),
      y2: { field: 'upper' },
      opacity: { condition: { test: 'intervals', value: intervalOpacity }, value: 0 },
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

/** A shorter drawing than was planned for (the stage's) keeps touching labels a label's height apart. */
function labelPlaces({ labelField }: Frame) {
  const stretch = `max(1, ${plannedHeight} / height)`;
  return labelField === 'label'
    ? ([{ calculate: `datum.labelCentre + (datum.label - datum.labelCentre) * ${stretch}`, as: 'labelPlace' }] as const)
    : ([{ calculate: `datum.${labelField}`, as: 'labelPlace' }] as const);
}

function leaders(frame: Frame): Layer {
  return {
    name: named('leaders', frame),
    data: { name: 'lines' },
    transform: [...labelPlaces(frame)],
    mark: { type: 'rule', xOffset: 0, x2Offset: 12, strokeWidth: 1 },
    encoding: {
      ...byName,
      x: { value: 'width' },
      x2: { value: 'width' },
      y: share('value', frame),
      y2: { field: 'labelPlace' },
      stroke: lineColour,
    },
  };
}

function lineLabels(frame: Frame): Layer {
  return {
    name: named('labels', frame),
    data: { name: 'lines' },
    transform: [...labelPlaces(frame)],
    mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 17, fontSize: labelSize },
    encoding: {
      ...byName,
      x: { value: 'width' },
      y: share('labelPlace', frame),
      text: { field: frame.textField, type: 'nominal' },
      fill: lineColour,
    },
  };
}
