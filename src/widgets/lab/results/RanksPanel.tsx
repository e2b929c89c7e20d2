// How each chain's draws are spread over the ranks of all draws.
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import { describeRanks, rankRows } from '../../../charts/rank-rows';
import type { RankCounts } from '../../../charts/rank-rows';
import ranksChart from '../../../charts/ranks?vega';
import { useLooks } from '../../../store/lab/results/looks';
import { TakeAway } from '../../TakeAway';
import { agreementOf } from './agreement';
import { fileName } from './file-name';
import { useQuantityPage } from './quantity-page';
import type { ResultsProps } from './Results';
import { Waiting } from './Waiting';

const pageSize = 4;
/** What the chart has room for. */
const chainsAtOnce = 4;

export function RanksPanel({ fit }: ResultsProps): ReactNode {
  const { shown, controls } = useQuantityPage(fit, pageSize);
  const looks = useLooks(fit, shown);
  const [later, setLater] = useState(false);
  const id = useId();
  const { chains } = fit.runKey;
  const first = later && chains > chainsAtOnce ? chainsAtOnce : 0;
  return (
    <Figure
      width="wide"
      title={agreementOf(fit, shown)}
      controls={
        <>
          {controls}
          {chains > chainsAtOnce && (
            <div className="figure-options">
              <label htmlFor={id}>
                Chains
                <select
                  id={id}
                  value={later ? 'later' : 'first'}
                  onChange={(event) => setLater(event.target.value === 'later')}
                >
                  <option value="first">1 to {chainsAtOnce}</option>
                  <option value="later">
                    {chainsAtOnce + 1} to {chains}
                  </option>
                </select>
              </label>
            </div>
          )}
        </>
      }
      caption="All draws of all chains are ranked together; a panel counts the ranks of one chain. Level bars: the chains cannot be told apart. Grey is what luck alone allows. A slope or a heap means that a chain keeps to low or to high values; a bowl, that it spreads more widely than the others."
      menu={<TakeAway name={`${fileName(fit)} ranks`} />}
    >
      {looks?.kind === 'done' ? (
        looks.value.map(({ name, ranks }, k) => (
          <Ranks key={name} label={shown[k]?.label ?? name} counts={ranks} first={first} />
        ))
      ) : (
        <Waiting state={looks} doing="The draws are being ranked." />
      )}
    </Figure>
  );
}

interface RanksProps {
  readonly label: string;
  readonly counts: RankCounts;
  readonly first: number;
}

function Ranks({ label, counts, first }: RanksProps): ReactNode {
  const data = useMemo(() => ({ ...rankRows(counts, { first, most: chainsAtOnce }) }), [counts, first]);
  return (
    <div className="results-ranks">
      <p>{label}</p>
      <Chart chart={ranksChart} data={data} description={describeRanks(label, counts)} />
    </div>
  );
}
