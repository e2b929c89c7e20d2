// Chart: each group's probability at X = 0, estimated with and without pooling, against the truth.
import { across, footing, groupChart, panelTitle } from './group-slots';
import type { Layer } from './group-slots';
import { byLook } from './looks';
import { ink, muted, percentLabel } from './style';

const share = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [0, 1], nice: false },
  axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: percentLabel },
});

const ordered = { field: 'slot', type: 'quantitative' } as const;

function estimates(narrow: boolean): Layer[] {
  const rows = { data: { name: 'estimates' } };
  return [
    {
      ...rows,
      name: 'intervals',
      mark: { type: 'rule', strokeWidth: narrow ? 1.5 : 2 },
      encoding: {
        x: across('place'),
        y: share('lower'),
        y2: { field: 'upper' },
        stroke: byLook.colour,
        opacity: { value: 0.5 },
      },
    },
    {
      ...rows,
      name: 'estimates',
      mark: { type: 'point', filled: true, opacity: 1 },
      encoding: {
        x: across('place'),
        y: share('mean'),
        fill: byLook.colour,
        shape: byLook.shape,
        size: { value: narrow ? 26 : 46 },
      },
    },
  ];
}

/** Data sets: `groups` (slot, truth, constant) and `estimates` (place, look, mean, lower, upper). Param: `count` of groups. */
const chart = groupChart(
  'baselines',
  (layout) => [
    {
      height: layout === 'narrow' ? 220 : 260,
      layers: [
        panelTitle('probability of Y = 1 where X = 0'),
        {
          name: 'truth',
          data: { name: 'groups' },
          mark: { type: 'line', stroke: ink, strokeWidth: 1.5, strokeDash: [6, 4] },
          encoding: { x: across('slot'), y: share('truth'), order: ordered },
        },
        ...estimates(layout === 'narrow'),
        {
          name: 'constant',
          data: { name: 'groups' },
          transform: [{ filter: 'datum.constant' }],
          mark: { type: 'point', shape: 'square', filled: true, fill: muted, opacity: 1, size: 22, yOffset: 8 },
          encoding: { x: across('slot'), y: { value: 'height' } },
        },
        footing('groups, by their true probability; ■ Y never varies', 18),
      ],
    },
  ],
  [],
);

export default chart;
