// How the outcomes of worlds drawn from the prior are spread, beside the observed ones.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import countsChart from '../../../charts/predictive-counts?vega';
import { countData, countSignals } from '../../../charts/predictive-rows';
import { formatCount, formatPercent, formatSignificant } from '../../../store/format';
import type { PriorOutcome, PriorView } from '../../../store/lab/prior';
import { TakeAway } from '../../TakeAway';
import { ObservedChoice } from './ObservedChoice';
import './results.css';

export function PriorFigure({ view }: { readonly view: PriorView }): ReactNode {
  const [wanted, setWanted] = useState('');
  const outcome = view.outcomes.find(({ name }) => name === wanted) ?? view.outcomes[0];
  if (outcome === undefined) return null;
  return <OutcomeFigure view={view} outcome={outcome} onChoose={setWanted} />;
}

interface OutcomeProps {
  readonly view: PriorView;
  readonly outcome: PriorOutcome;
  readonly onChoose: (name: string) => void;
}

function OutcomeFigure({ view, outcome, onChoose }: OutcomeProps): ReactNode {
  const { name } = outcome;
  const { bins, whole } = outcome.view;
  const percent = formatPercent(view.probability, 0);
  const data = useMemo(() => countData(bins, whole), [bins, whole]);
  const signals = useMemo(
    () =>
      countSignals(bins, whole, {
        axis: name,
        simulated: `dots: middle of the prior’s worlds, with ${percent} of them`,
      }),
    [bins, whole, name, percent],
  );
  const table = useMemo(() => tableOf(outcome), [outcome]);
  return (
    <Figure
      width="wide"
      title={titleOf(outcome, percent)}
      controls={
        <div className="figure-options">
          <ObservedChoice names={view.outcomes.map((one) => one.name)} name={name} onChoose={onChoose} />
        </div>
      }
      caption={`How many rows hold which value of ${name}: hollow bars for yours, dots and bars for ${formatCount(view.worlds)} data sets of the same rows, each from its own draw of the prior. The model has not seen yours. The outermost bins hold what lies beyond.`}
      table={table}
      menu={<TakeAway name={`prior ${name}`} table={table} />}
    >
      <Chart chart={countsChart} data={data} signals={signals} description={`${titleOf(outcome, percent)}.`} />
    </Figure>
  );
}

/** The finding: where the prior expects outcomes, and how many of the observed ones lie there. */
function titleOf({ name, lower, upper, outside, view }: PriorOutcome, percent: string): string {
  const all = view.rows.observed.length;
  const [from, to] = [lower, upper].map((end) => (view.whole ? formatCount(end) : formatSignificant(end, 3)));
  const inside = formatPercent((all - outside) / Math.max(1, all), 0);
  return `Before the data, ${percent} of the values of ${name} are expected from ${from} to ${to}; ${inside} of yours lie there`;
}

function tableOf({ name, view: { bins, whole } }: PriorOutcome) {
  const { edges, observed, middle, lower, upper } = bins;
  const at = (bin: number): string => {
    const [from, to] = [edges[bin], edges[bin + 1]];
    if (!whole) return `${formatSignificant(from, 3)} to ${formatSignificant(to, 3)}`;
    return to - from === 1 ? formatCount(from) : `${formatCount(from)} to ${formatCount(to - 1)}`;
  };
  const counts = (bin: number) => [observed[bin], middle[bin], lower[bin], upper[bin]];
  const all = Array.from(observed, (_, bin) => bin);
  return {
    caption: `Rows by the value of ${name}`,
    columns: [name, 'yours', 'middle of the prior’s', 'from', 'to'],
    rows: () => all.map((bin) => [at(bin), ...counts(bin).map((count) => formatSignificant(count, 3))]),
    exact: () => all.map((bin) => [edges[bin], ...counts(bin)]),
  };
}
