// Rows of the tanks with and without predators, and of the typical tanks' lines.
import type { Row } from './definition';
import { percent, shrinkageRows, spread } from './tank-rows';
import type { ShrinkageRow, TankEstimates, Tanks } from './tank-rows';

export interface PredatorTanks extends Tanks {
  readonly predators: readonly boolean[];
}

export interface PredatorRow extends ShrinkageRow {
  readonly predators: boolean;
}

export function predatorRows(tanks: PredatorTanks, estimates: TankEstimates): PredatorRow[] {
  return shrinkageRows(tanks, estimates).map((row, tank) => ({ ...row, predators: tanks.predators[tank] }));
}

/** inv_logit of the middle of each group; equal in a model that does not know of predators. */
export interface TypicalTanks {
  readonly without: number;
  readonly withThem: number;
}

/** Height of a label as a fraction of the axis, in the one-row and in the stacked layouts. */
const labelHeight = 0.056;
const stackedLabelHeight = 0.125;

/**
 * Two lines, one a group. While they are one line (`split` false) the first carries the one label and the colour of the population.
 */
export function typicalRows({ without, withThem }: TypicalTanks, split: boolean): Row[] {
  const values = [without, withThem];
  const labels = split ? spread(values, labelHeight) : values;
  const stackedLabels = split ? spread(values, stackedLabelHeight) : values;
  const texts = split
    ? [`no predators ${percent(without)}`, `predators ${percent(withThem)}`]
    : [`typical tank ${percent(without)}`, ''];
  const shortTexts = split
    ? [`without ${percent(without)}`, `with ${percent(withThem)}`]
    : [`typical ${percent(without)}`, ''];
  return values.map((value, k) => ({
    name: k === 0 ? 'without' : 'with',
    group: split ? (k === 0 ? 'without' : 'with') : 'all',
    value,
    label: labels[k],
    stackedLabel: stackedLabels[k],
    text: texts[k],
    shortText: shortTexts[k],
  }));
}

export interface PredatorView {
  readonly tanks: readonly PredatorRow[];
  readonly typical: TypicalTanks;
}

/** The view at `share` of the way from one to the other: raw proportions stay where they are. */
export function between(from: PredatorView, to: PredatorView, share: number): PredatorView {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return {
    tanks: from.tanks.map((row, tank) => {
      const target = to.tanks[tank];
      return {
        ...row,
        estimate: mix(row.estimate, target.estimate),
        lower: mix(row.lower, target.lower),
        upper: mix(row.upper, target.upper),
      };
    }),
    typical: {
      without: mix(from.typical.without, to.typical.without),
      withThem: mix(from.typical.withThem, to.typical.withThem),
    },
  };
}

export function describePredators({ tanks, typical }: PredatorView, knows: boolean): string {
  const group = (predators: boolean): string => {
    const estimates = tanks.filter((row) => row.predators === predators).map(({ estimate }) => estimate);
    return `${whole(Math.min(...estimates))} to ${whole(Math.max(...estimates))} percent`;
  };
  const lines = knows
    ? `The typical tank survives at ${whole(typical.without)} percent without predators and at ${whole(typical.withThem)} percent with them.`
    : `The model does not know of predators; its typical tank survives at ${whole(typical.without)} percent.`;
  return (
    `Survival in ${tanks.length} tanks, raw and estimated. Estimates of tanks without predators span ${group(false)}, ` +
    `those with predators ${group(true)}. ${lines}`
  );
}

function whole(proportion: number): string {
  return String(Math.round(proportion * 100));
}
