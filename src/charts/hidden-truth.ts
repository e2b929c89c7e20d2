// Chart: estimates of 48 simulated tanks with partial and with no pooling, and the truth as a dashed line in each tank's column.
import type { ChartDefinition } from './definition';
import { looks } from './looks';
import { muted } from './style';
import { byTank, named, position, rowsOf, share, tankDrawings } from './tank-frame';
import type { Frame, Layer } from './tank-frame';

const { partial, none } = looks;

function estimates(frame: Frame, field: 'partial' | 'none'): Layer {
  const { colour, shape } = looks[field];
  return {
    ...rowsOf('tanks', frame),
    name: named(field, frame),
    mark: { type: 'point', shape, filled: true, fill: colour, opacity: 1 },
    encoding: { ...byTank, x: position(frame), y: share(field, frame), size: { value: frame.mark * frame.mark } },
  };
}

/** Hidden by the page's style until the reader asks; a page without scripts shows it. */
function truths(frame: Frame): Layer {
  const { transform, ...rows } = rowsOf('tanks', frame);
  return {
    ...rows,
    name: named('truth', frame),
    transform: [
      ...transform,
      { calculate: `datum.${frame.x} - 0.46`, as: 'truthFrom' },
      { calculate: `datum.${frame.x} + 0.46`, as: 'truthTo' },
    ],
    mark: { type: 'rule', stroke: 'var(--truth)', strokeWidth: 1.75, strokeDash: [3, 2] },
    encoding: {
      ...byTank,
      x: { ...position(frame), field: 'truthFrom' },
      x2: { field: 'truthTo' },
      y: share('truth', frame),
    },
  };
}

/** What the marks mean, beside the axis title. */
function key(frame: Frame): Layer[] {
  if (frame.band !== undefined && frame.band > 0) return [];
  const stacked = frame.band !== undefined;
  const y = { value: stacked ? -42 : -24 };
  const places = stacked ? [104, 168] : [126, 236];
  const words = stacked ? ['partial', 'none'] : ['partial pooling', 'no pooling'];
  const x = { field: 'x', type: 'quantitative', axis: null, scale: null } as const;
  return [partial, none].flatMap(({ colour, shape }, k): Layer[] => {
    const data = { values: [{ x: places[k], text: words[k] }] };
    return [
      {
        data,
        mark: { type: 'point', shape, filled: true, fill: colour, opacity: 1 },
        encoding: { x, y, size: { value: frame.mark * frame.mark } },
      },
      {
        data,
        mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 9, fill: muted },
        encoding: { x, y, text: { field: 'text', type: 'nominal' } },
      },
    ];
  });
}

/** Data sets: `tanks` (tankRows with `partial`, `none` and `truth`), `bands`. Params: `highlight`, a tank's number or 0. */
const chart: ChartDefinition = {
  name: 'hidden-truth',
  layouts: tankDrawings(
    (frame) => [...key(frame), truths(frame), estimates(frame, 'none'), estimates(frame, 'partial')],
    () => [{ name: 'highlight', value: 0 }],
  ),
};

export default chart;
