// Chart: the trait of each individual and the share of outcomes, group by group, in the order of the groups' mean traits.
import { across, footing, groupChart, panelTitle } from './group-slots';
import { ink, muted, paper, percentLabel } from './style';

const trait = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { nice: false, domain: { expr: '[lowest, highest]' } },
  axis: { tickCount: 5 },
});
const share = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { domain: [-0.06, 1.06], nice: false },
  axis: { values: [0, 0.5, 1], labelExpr: percentLabel },
});

/**
 * Data sets: `individuals` (slot, x), `groups` (slot, truth, share, constant). Params: `count` of groups; `lowest` and `highest` X.
 * The truth is where the confound alone would put a group's mean of X.
 */
const chart = groupChart(
  'world-groups',
  (layout) => [
    {
      height: layout === 'narrow' ? 150 : 180,
      layers: [
        panelTitle('X of each individual'),
        {
          name: 'individuals',
          data: { name: 'individuals' },
          mark: { type: 'point', shape: 'circle', filled: false, stroke: ink, strokeWidth: 1.1, opacity: 0.75 },
          encoding: { x: across('slot'), y: trait('x'), size: { value: layout === 'narrow' ? 16 : 30 } },
        },
        {
          name: 'truth',
          data: { name: 'groups' },
          transform: [
            { calculate: 'datum.slot - 0.42', as: 'from' },
            { calculate: 'datum.slot + 0.42', as: 'to' },
          ],
          mark: { type: 'rule', stroke: ink, strokeWidth: 2.25, strokeDash: [3, 1.5] },
          encoding: { x: across('from'), x2: { field: 'to' }, y: trait('truth') },
        },
      ],
    },
    {
      height: layout === 'narrow' ? 96 : 110,
      layers: [
        panelTitle('share with Y = 1'),
        {
          name: 'shares',
          data: { name: 'groups' },
          transform: [{ filter: 'datum.members > 0' }],
          mark: { type: 'point', filled: false, stroke: ink, fill: paper, strokeWidth: 1.25, opacity: 1 },
          encoding: {
            x: across('slot'),
            y: share('share'),
            shape: { condition: { test: 'datum.constant', value: 'square' }, value: 'circle' },
            fill: { condition: { test: 'datum.constant', value: muted }, value: paper },
            size: { value: layout === 'narrow' ? 34 : 52 },
          },
        },
        footing('groups, from the lowest mean of X to the highest'),
      ],
    },
  ],
  [
    { name: 'lowest', value: -5 },
    { name: 'highest', value: 5 },
  ],
);

export default chart;
