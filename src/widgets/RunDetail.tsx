// The second and third look at a run: whether its chains mix, and how the sampler moved. Loaded when a reader asks for them.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import energyChart from '../charts/energy?vega';
import { describeEnergy, energyRows } from '../charts/energy-rows';
import type { EnergyCounts } from '../charts/energy-rows';
import { describeRanks, rankRows } from '../charts/rank-rows';
import type { RankCounts } from '../charts/rank-rows';
import ranksChart from '../charts/ranks?vega';
import { formatCount, formatFixed, formatPercent, formatSignificant } from '../store/format';
import type { Verdict } from '../store/fit-status';
import './run-detail.css';

export interface RunDetailProps {
  readonly verdict: Verdict;
  readonly depth: 'chains' | 'geometry';
}

export function RunDetail({ verdict, depth }: RunDetailProps): ReactNode {
  const { detail } = verdict;
  return (
    <div className="run-detail">
      <WorstTable verdict={verdict} />
      {detail.ranks.map(({ name, counts }) => (
        <Ranks key={name} name={name} counts={counts} />
      ))}
      {depth === 'geometry' && <Geometry verdict={verdict} />}
    </div>
  );
}

function WorstTable({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { largestRhat, smallestBulkEss, smallestTailEss } = verdict.facts;
  const least = `at least ${formatCount(100 * verdict.chains)}`;
  const rows = [
    { what: 'largest R-hat', ...largestRhat, digits: 4, wanted: 'at most 1.01' },
    { what: 'smallest bulk ESS', ...smallestBulkEss, digits: 0, wanted: least },
    { what: 'smallest tail ESS', ...smallestTailEss, digits: 0, wanted: least },
  ];
  return (
    <table>
      <caption>The worst of all quantities</caption>
      <thead>
        <tr>
          {['measure', 'value', 'of', 'wanted'].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ what, name, value, digits, wanted }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{formatFixed(value, digits)}</td>
            <td>{name}</td>
            <td>{wanted}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Ranks({ name, counts }: { readonly name: string; readonly counts: RankCounts }): ReactNode {
  const data = useMemo(() => ({ ...rankRows(counts) }), [counts]);
  return (
    <div>
      <p>Ranks of {name}. Level bars: the chains cannot be told apart. Grey is what luck alone allows.</p>
      <Chart chart={ranksChart} data={data} description={describeRanks(name, counts)} />
    </div>
  );
}

function Geometry({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { detail, facts } = verdict;
  return (
    <>
      <TreeDepths counts={detail.treeDepths} limit={facts.maxTreedepth} />
      <p>
        {facts.divergences === 0
          ? 'Divergences: none.'
          : `Divergences: ${formatCount(facts.divergences)} of ${formatCount(facts.draws)}. `}
        {detail.diverging.length > 0 && (
          <>
            There{' '}
            {detail.diverging
              .map(
                ({ name, there, everywhere }) =>
                  `${name} is ${formatSignificant(there, 2)} on average, against ${formatSignificant(everywhere, 2)} over all draws`,
              )
              .join('; ')}
            .
          </>
        )}
      </p>
      {detail.energy !== null && <Energy counts={detail.energy} />}
      <p>
        E-BFMI by chain (wanted: at least 0.3): {facts.ebfmi.map((value) => formatFixed(value, 2)).join(', ')}. It is
        low where the changes are much narrower than the energies.
      </p>
    </>
  );
}

function TreeDepths({ counts, limit }: { readonly counts: readonly number[]; readonly limit: number }): ReactNode {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shown = counts.flatMap((count, depth) => (count === 0 ? [] : [{ depth, share: count / total }]));
  return (
    <table>
      <caption>Tree depth of the trajectories (at most {limit})</caption>
      <thead>
        <tr>
          {['depth', 'steps up to', 'draws', ''].map((column) => (
            <th key={column} scope="col" aria-hidden={column === ''}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ depth, share }) => (
          <tr key={depth}>
            <th scope="row">{depth}</th>
            <td>{formatCount(2 ** depth - 1)}</td>
            <td>{formatPercent(share, 1)}</td>
            <td className="run-detail-bar" aria-hidden="true">
              <span style={{ width: `${100 * share}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Energy({ counts }: { readonly counts: EnergyCounts }): ReactNode {
  const data = useMemo(() => ({ ...energyRows(counts) }), [counts]);
  return <Chart chart={energyChart} data={data} description={describeEnergy(counts)} />;
}
