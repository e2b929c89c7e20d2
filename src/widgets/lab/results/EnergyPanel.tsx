// Whether the sampler can reach all energies that the posterior has, and how it moved.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import energyChart from '../../../charts/energy?vega';
import { describeEnergy, energyRows } from '../../../charts/energy-rows';
import type { EnergyCounts } from '../../../charts/energy-rows';
import { Figure } from '../../../charts/Figure';
import { formatCount, formatFixed, formatPercent, formatSignificant } from '../../../store/format';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import type { ResultsProps } from './Results';

/** Betancourt 2016. */
const wanted = 0.3;

export function EnergyPanel({ fit }: ResultsProps): ReactNode {
  const { summary } = fit.result;
  if (summary.depth !== 'full') return <p>This fit has no diagnostics.</p>;
  const { diagnostics, detail } = summary;
  const { e_bfmi, divergences, max_treedepth_hits, step_size, acceptance_rate } = diagnostics;
  const table = {
    caption: 'The sampler, chain by chain',
    columns: ['chain', 'E-BFMI', 'step size', 'acceptance'],
    rows: () =>
      e_bfmi.map((value, k) => [
        String(k + 1),
        formatFixed(value, 2),
        formatSignificant(step_size[k], 3),
        formatFixed(acceptance_rate[k], 3),
      ]),
    exact: () => e_bfmi.map((value, k) => [k + 1, value ?? Number.NaN, step_size[k], acceptance_rate[k]]),
  };
  return (
    <Figure
      width="wide"
      title={titleOf(e_bfmi)}
      caption="Filled: how the energies spread about their mean. Line: how far one draw moves from the last. Where the line is much narrower, the chain creeps through energies that it should stride through. E-BFMI compares the two; it should be at least 0.3 in every chain."
      table={table}
      menu={<TakeAway name={`${fileName(fit)} energy`} table={table} />}
    >
      {detail.energy === null ? <p>The energies do not vary.</p> : <Energy counts={detail.energy} />}
      <p className="results-facts">
        {divergences === 0
          ? 'No trajectory diverged.'
          : `${formatCount(divergences)} of ${formatCount(summary.draws)} trajectories diverged.`}{' '}
        {max_treedepth_hits === 0
          ? 'None reached the longest length.'
          : `${formatCount(max_treedepth_hits)} reached the longest length.`}{' '}
        Doublings of a trajectory: {depthsOf(detail.treeDepths)}.
      </p>
    </Figure>
  );
}

function Energy({ counts }: { readonly counts: EnergyCounts }): ReactNode {
  const data = useMemo(() => ({ ...energyRows(counts) }), [counts]);
  return <Chart chart={energyChart} data={data} description={describeEnergy(counts)} />;
}

function titleOf(values: readonly (number | null)[]): string {
  const known = values.flatMap((value) => (value === null ? [] : [value]));
  if (known.length === 0) return 'The energies do not vary, so there is no E-BFMI';
  const least = Math.min(...known);
  return least >= wanted
    ? `The chains move through all energies: E-BFMI at least ${formatFixed(least, 2)}`
    : `A chain creeps through its energies: E-BFMI ${formatFixed(least, 2)}, wanted at least 0.3`;
}

function depthsOf(counts: readonly number[]): string {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts
    .flatMap((count, depth) => (count === 0 ? [] : [`${depth} in ${formatPercent(count / total, 0)}`]))
    .join(', ');
}
