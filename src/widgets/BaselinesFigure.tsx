// The groups' baselines, with and without pooling, against the truth.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import chart from '../charts/baselines?vega';
import { baselineRows, constantGroups } from '../charts/world-rows';
import { fixedFit, multilevelWorldFit } from '../store/confound-fits';
import { formatFixed, formatPercent } from '../store/format';
import { useFitStates } from '../store/use-fit-states';
import { useWorldFits } from '../store/world-fit';
import type { GroupEstimates } from '../store/world-fit';
import { FitsStatus } from './FitsStatus';
import { IntervalMass } from './IntervalMass';
import { estimatorFits } from './estimator-fits';
import { TakeAway } from './TakeAway';
import { shown } from './estimators';
import { shownWorld } from './shown-world';
import './figure-controls.css';
import './world.css';

const estimators = [shown('fixed', fixedFit), shown('multilevel', multilevelWorldFit)];
const fits = [fixedFit, multilevelWorldFit];

export function BaselinesFigure(): ReactNode {
  useWorldFits(fits);
  const [fixed, multilevel] = useFitStates(fits).map(({ picture }) => picture);
  // While one of them is at another world still, the older one is shown with its own estimates.
  const ready = fixed.knob === multilevel.knob ? multilevel.knob : fixed.knob;
  const world = useMemo(() => shownWorld(ready), [ready]);
  const data = useMemo(() => {
    const shownOf = (picture: typeof fixed, look: 'none' | 'partial') =>
      picture.derived.baselines.mean.length === world.sizes.length ? [{ look, ...picture.derived.baselines }] : [];
    return baselineRows(world, [...shownOf(fixed, 'none'), ...shownOf(multilevel, 'partial')]);
  }, [world, fixed, multilevel]);
  const signals = useMemo(() => ({ count: world.sizes.length }), [world]);
  const constant = constantGroups(world);
  const off = {
    fixed: distance(world.baselines, fixed.derived.baselines),
    multilevel: distance(world.baselines, multilevel.derived.baselines),
  };
  const table = {
    caption: `${world.sizes.length} groups, probability of Y = 1 at X = 0`,
    columns: ['group', 'members', 'Y varies', 'truth', 'fixed effects', 'multilevel'],
    rows: () =>
      world.sizes.map((size, g) => [
        String(g + 1),
        String(size),
        size === 0 ? 'no members' : constant[g] ? 'no' : 'yes',
        ...[world.baselines[g], fixed.derived.baselines.mean[g], multilevel.derived.baselines.mean[g]].map((p) =>
          formatFixed(p, 2),
        ),
      ]),
  };
  return (
    <Figure
      width="wide"
      title="A group whose Y never varies has nothing but its prior to hold it"
      controls={
        <div className="figure-options">
          <IntervalMass />
        </div>
      }
      status={<FitsStatus estimators={estimators} fits={fits} />}
      caption={
        <>
          The probability of Y = 1 in each group for a member with X = 0: truth as the dashed line, fixed effects as
          triangles, multilevel as circles, with their intervals. Groups with a square under them never vary. In this
          world the triangles are off by {formatPercent(off.fixed, 0)} on average, the circles by{' '}
          {formatPercent(off.multilevel, 0)}.
        </>
      }
      table={table}
      menu={
        <TakeAway
          name={`world ${ready.seed} baselines`}
          dataset="mundlak"
          table={table}
          fits={estimatorFits(estimators, ready.rateTau)}
        />
      }
    >
      <Chart
        chart={chart}
        data={data}
        signals={signals}
        preview={fixed.kind === 'preview' || multilevel.kind === 'preview'}
        description={`Probability of Y = 1 at X = 0 in ${world.sizes.length} groups. Posterior means of fixed effects are off by ${formatPercent(off.fixed, 0)} on average, those of the multilevel model by ${formatPercent(off.multilevel, 0)}.`}
      />
    </Figure>
  );
}

function distance(truth: readonly number[], { mean }: GroupEstimates): number {
  return truth.reduce((total, p, g) => total + Math.abs(p - (mean[g] ?? p)), 0) / truth.length;
}
