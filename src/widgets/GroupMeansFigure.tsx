// What Mundlak's machine takes as known, and what the latent machine makes of it.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import chart from '../charts/group-means?vega';
import { meansRows } from '../charts/world-rows';
import { formatFixed } from '../store/format';
import { latentFit } from '../store/latent-fit';
import { useSettings } from '../store/settings';
import { useFitStates } from '../store/use-fit-states';
import { useWorldFits } from '../store/world-fit';
import type { GroupEstimates } from '../store/world-fit';
import { groupMeansOfX, groupSizes, worldAt } from '../store/worlds';
import { FitsStatus } from './FitsStatus';
import { IntervalMass } from './IntervalMass';
import { estimatorFits } from './estimator-fits';
import { TakeAway } from './TakeAway';
import { shown } from './estimators';
import './figure-controls.css';

const estimators = [shown('latent', latentFit)];
const fits = [latentFit];

export function GroupMeansFigure(): ReactNode {
  useWorldFits(fits);
  const [{ picture }] = useFitStates(fits);
  const interval = useSettings((state) => state.interval);
  const { confound } = picture.derived;
  if (confound === null) throw new Error('the latent machine has a confound');
  const world = worldAt(picture.knob);
  const { sizes, means, slope } = useMemo(() => {
    const { toX, confoundSd } = world.effects;
    return { sizes: groupSizes(world), means: groupMeansOfX(world), slope: toX * confoundSd };
  }, [world]);
  // Within its group, a simulated X has a standard deviation of 1.
  const data = useMemo(() => meansRows({ sizes, means, confound, within: 1, slope }), [sizes, means, confound, slope]);
  const ends = Math.ceil(Math.max(...means.map(Math.abs)) + 1);
  const signals = useMemo(() => ({ from: -ends, to: ends, bottom: -3.5, top: 3.5 }), [ends]);
  const table = {
    caption: `Means and latent confounds of ${sizes.length} groups`,
    columns: ['group', 'members', 'mean of X', 'its standard error', 'u', `${interval} % from`, 'to'],
    rows: () =>
      sizes.map((size, g) => [
        String(g + 1),
        String(size),
        size === 0 ? 'none' : formatFixed(means[g], 2),
        size === 0 ? 'none' : formatFixed(1 / Math.sqrt(size), 2),
        ...[confound.mean[g], confound.lower[g], confound.upper[g]].map((value) => formatFixed(value, 2)),
      ]),
  };
  return (
    <Figure
      title="The latent machine does not take a small group’s mean at its word"
      controls={
        <div className="figure-options">
          <IntervalMass />
        </div>
      }
      status={<FitsStatus estimators={estimators} fits={fits} />}
      caption="A dot a group, larger for more members. Across: its mean of X, with two standard errors to either side, which Mundlak’s machine ignores. Up: the latent confound with its interval, in units of its standard deviation. On the dashed line the mean would be the truth itself; the smaller the group, the farther its dot is pulled off the line, toward zero."
      table={table}
      menu={
        <TakeAway
          name={`world ${picture.knob.seed} group means`}
          dataset="mundlak"
          table={table}
          fits={estimatorFits(estimators, picture.knob.rateTau)}
        />
      }
    >
      <Chart
        chart={chart}
        data={data}
        signals={signals}
        preview={picture.kind === 'preview'}
        description={describeGroups(sizes, means, confound)}
      />
    </Figure>
  );
}

/** The finding from the two groups that show it best. */
function describeGroups(sizes: readonly number[], means: readonly number[], confound: GroupEstimates): string {
  const said = (which: string, members: number): string => {
    const g = sizes.indexOf(members);
    const [error, from, to] = [1 / Math.sqrt(members), confound.lower[g], confound.upper[g]];
    return (
      `A ${which} group, of ${members}, has a mean of ${formatFixed(means[g], 1)} with a standard error of ${formatFixed(error, 1)}, ` +
      `and its confound lies between ${formatFixed(from, 1)} and ${formatFixed(to, 1)}.`
    );
  };
  const seen = sizes.filter((size) => size > 0);
  return `Mean of X and latent confound of ${seen.length} groups. ${said('smallest', Math.min(...seen))} ${said('largest', Math.max(...seen))}`;
}
