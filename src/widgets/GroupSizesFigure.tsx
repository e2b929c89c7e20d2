// How many individuals each group has.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import chart from '../charts/group-sizes?vega';
import { sizeRows } from '../charts/world-rows';
import { useWorld } from '../store/worlds';
import { TakeAway } from './TakeAway';
import { shownWorld } from './shown-world';

export function GroupSizesFigure(): ReactNode {
  const { knob } = useWorld();
  const { sizes } = useMemo(() => shownWorld(knob), [knob]);
  const data = useMemo(() => sizeRows(sizes), [sizes]);
  const largest = Math.max(...sizes);
  const signals = useMemo(() => ({ count: sizes.length, largest: largest + 1 }), [sizes, largest]);
  const empty = sizes.filter((size) => size === 0).length;
  const table = {
    caption: `Members of ${sizes.length} groups`,
    columns: ['group', 'members'],
    rows: () => sizes.map((size, g) => [String(g + 1), String(size)]),
  };
  return (
    <Figure
      title="Sampled at random, and yet unequal"
      caption="A bar a group, as high as its number of members. Everybody was equally likely to land in any group. A cross marks a group that nobody landed in: it stays in the model, which knows it from the population alone."
      table={table}
      menu={<TakeAway name={`world ${knob.seed} group sizes`} dataset="mundlak" table={table} />}
    >
      <Chart
        chart={chart}
        data={data}
        signals={signals}
        description={`Members of ${sizes.length} groups, from ${Math.min(...sizes)} to ${largest}${empty > 0 ? `; ${empty} groups have none` : ''}.`}
      />
    </Figure>
  );
}
