// Chart: how many individuals each group has, the largest first.
import { across, footing, groupChart, panelTitle } from './group-slots';
import { ink, muted, paper } from './style';

const size = (field: string) => ({
  field,
  type: 'quantitative' as const,
  scale: { nice: false, domain: { expr: '[0, largest]' } },
  axis: { tickCount: 4 },
});

/** Data set: `groups` (sizeRows). Params: `count` of groups, `largest`, the top of the axis. */
const chart = groupChart(
  'group-sizes',
  () => [
    {
      height: 120,
      layers: [
        panelTitle('members'),
        {
          name: 'sizes',
          data: { name: 'groups' },
          transform: [
            { calculate: 'datum.slot - 0.36', as: 'from' },
            { calculate: 'datum.slot + 0.36', as: 'to' },
          ],
          mark: { type: 'rect', fill: paper, stroke: ink, strokeWidth: 1.25 },
          encoding: { x: across('from'), x2: { field: 'to' }, y: size('size'), y2: { datum: 0 } },
        },
        {
          name: 'empty',
          data: { name: 'groups' },
          transform: [{ filter: 'datum.size === 0' }],
          mark: { type: 'text', text: '×', baseline: 'bottom', fill: muted },
          encoding: { x: across('slot'), y: size('size') },
        },
        footing('groups, the largest first'),
      ],
    },
  ],
  [{ name: 'largest', value: 16 }],
);

export default chart;
