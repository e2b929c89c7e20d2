// X and Y, group by group.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import chart from '../charts/world-groups?vega';
import { constantGroups, worldRows } from '../charts/world-rows';
import { formatFixed } from '../store/format';
import { useWorld } from '../store/worlds';
import { TakeAway } from './TakeAway';
import { shownWorld } from './shown-world';

export function WorldGroupsFigure(): ReactNode {
  const { knob } = useWorld();
  const world = useMemo(() => shownWorld(knob), [knob]);
  const data = useMemo(() => worldRows(world), [world]);
  const { lowest, highest } = ends(world.X);
  const signals = useMemo(() => ({ count: world.sizes.length, lowest, highest }), [world, lowest, highest]);
  const constant = constantGroups(world).filter(Boolean).length;
  const table = {
    caption: `X and Y in ${world.sizes.length} groups`,
    columns: ['group', 'members', 'true mean of X', 'share with Y = 1', 'Y varies'],
    rows: () =>
      data.groups.map((row) => [
        String(row.group),
        String(row.members),
        formatFixed(Number(row.truth), 2),
        row.members === 0 ? 'no members' : formatFixed(Number(row.share), 2),
        row.constant === true ? 'no' : 'yes',
      ]),
  };
  return (
    <Figure
      width="wide"
      title={`Groups high on X are high on Y too, and in ${constant} of ${world.sizes.length} groups Y never varies`}
      caption="Above, a hollow mark an individual; the short dashes are where the confound alone would put a group. Below, the share of each group with Y = 1; a filled square is a group in which Y never varies."
      table={table}
      menu={<TakeAway name={`world ${knob.seed} groups`} dataset="mundlak" table={table} />}
    >
      <Chart
        chart={chart}
        data={data}
        signals={signals}
        description={`X of ${world.X.length} individuals in ${world.sizes.length} groups, from ${formatFixed(lowest, 1)} to ${formatFixed(highest, 1)}, and the share of each group with Y = 1. In ${constant} groups Y never varies.`}
      />
    </Figure>
  );
}

function ends(values: readonly number[]): { readonly lowest: number; readonly highest: number } {
  return { lowest: Math.floor(Math.min(...values)), highest: Math.ceil(Math.max(...values)) };
}
