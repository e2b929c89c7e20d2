// Rows of the tank charts: what each tank, band of densities and labelled line looks like as data.
import type { Row } from './definition';

export interface Tanks {
  /** Tadpoles per tank; tanks of equal density are neighbours. */
  readonly density: ArrayLike<number>;
  readonly survived: ArrayLike<number>;
}

/** Posterior of each tank's survival probability, one entry a tank, as proportions. */
export interface TankEstimates {
  readonly mean: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

export interface TankRow extends Row {
  /** 1-based, as in the data file. */
  readonly tank: number;
  readonly density: number;
  readonly survived: number;
  readonly raw: number;
  /** Index of the density band, from 0. */
  readonly band: number;
  /** Position in the one-row layout (bands set apart) and within the band. */
  readonly slot: number;
  readonly place: number;
}

export interface ShrinkageRow extends TankRow {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Room between two bands in the one-row layout, in tanks. */
export const bandGap = 1.5;

export function tankRows({ density, survived }: Tanks): TankRow[] {
  const rows: TankRow[] = [];
  let band = 0;
  let place = 0;
  for (let t = 0; t < density.length; t++) {
    if (t > 0 && density[t] !== density[t - 1]) {
      band++;
      place = 0;
    }
    place++;
    const row = { tank: t + 1, density: density[t], survived: survived[t], raw: survived[t] / density[t] };
    rows.push({ ...row, band, place, slot: t + 1 + band * bandGap });
  }
  return rows;
}

/** Two tanks a density, one that lived and one that did not so well: what a phone has room for, by their numbers. */
export const sixTanks: readonly number[] = [2, 9, 20, 27, 38, 42];

export interface HeroRow extends ShrinkageRow {
  /** Position among the six, from 1; 0 for the others. */
  readonly six: number;
}

export function heroRows(rows: readonly ShrinkageRow[]): HeroRow[] {
  return rows.map((row) => ({ ...row, six: sixTanks.indexOf(row.tank) + 1 }));
}

export function shrinkageRows(tanks: Tanks, { mean, lower, upper }: TankEstimates): ShrinkageRow[] {
  return tankRows(tanks).map((row, t) => ({ ...row, estimate: mean[t], lower: lower[t], upper: upper[t] }));
}

/** One row a density band: where it begins and ends, and what it is called. */
export function bandRows(tanks: readonly TankRow[]): Row[] {
  const bands: Row[] = [];
  for (let first = 0; first < tanks.length;) {
    const { band, density, slot } = tanks[first];
    let last = first;
    while (last + 1 < tanks.length && tanks[last + 1].band === band) last++;
    const tankRange = `tanks ${tanks[first].tank} to ${tanks[last].tank}`;
    const places = tanks[last].place;
    bands.push({ band, from: slot, to: tanks[last].slot, places, label: `${density} tadpoles a tank`, tankRange });
    first = last + 1;
  }
  return bands;
}

export type LineName = 'raw mean' | 'typical tank' | 'population average';

export interface Line {
  readonly name: LineName;
  /** A proportion. */
  readonly value: number;
}

/** Height of a label as a fraction of the axis, in the one-row and in the stacked layouts. */
const rowLabelHeight = 0.056;
const stackedLabelHeight = 0.125;

const shortName: Readonly<Record<LineName, string>> = {
  'raw mean': 'raw mean',
  'typical tank': 'typical',
  'population average': 'average',
};

/** Lines across the chart with the places of their labels, moved apart where the lines are close. */
export function lineRows(lines: readonly Line[]): Row[] {
  const values = lines.map((line) => line.value);
  const labels = spread(values, rowLabelHeight);
  const stackedLabels = spread(values, stackedLabelHeight);
  return lines.map(({ name, value }, i) => ({
    name,
    value,
    label: labels[i],
    labelCentre: centreOf(labels, labels[i], rowLabelHeight),
    stackedLabel: stackedLabels[i],
    text: `${name} ${percent(value)}`,
    shortText: `${shortName[name]} ${percent(value)}`,
  }));
}

/** Moves values that are closer than `gap` apart, keeping their order and the mean of each group, within [gap/2, 1 - gap/2]. */
export function spread(values: readonly number[], gap: number): number[] {
  interface Group {
    readonly members: readonly number[];
    readonly centre: number;
  }
  const centred = (members: readonly number[]): Group => {
    const mean = members.reduce((sum, m) => sum + values[m], 0) / members.length;
    const half = (members.length * gap) / 2;
    return { members, centre: Math.min(Math.max(mean, half), 1 - half) };
  };
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const groups: Group[] = [];
  for (const i of order) {
    let group = centred([i]);
    let below = groups.at(-1);
    while (below && group.centre - below.centre < ((group.members.length + below.members.length) * gap) / 2) {
      group = centred([...below.members, ...group.members]);
      groups.pop();
      below = groups.at(-1);
    }
    groups.push(group);
  }
  const places = values.slice();
  for (const { members, centre } of groups)
    members.forEach((m, k) => (places[m] = centre + (k - (members.length - 1) / 2) * gap));
  return places;
}

/** The middle of the labels that touch the one at `place`, directly or through others. */
function centreOf(places: readonly number[], place: number, gap: number): number {
  const sorted = places.toSorted((a, b) => a - b);
  const touching = (a: number, b: number): boolean => Math.abs(b - a) < gap * 1.001;
  let from = sorted.indexOf(place);
  let to = from;
  while (from > 0 && touching(sorted[from - 1], sorted[from])) from -= 1;
  while (to + 1 < sorted.length && touching(sorted[to], sorted[to + 1])) to += 1;
  return (sorted[from] + sorted[to]) / 2;
}

/** A proportion as whole percent, with a narrow no-break space. */
export function percent(proportion: number): string {
  return `${Math.round(proportion * 100)}\u202f%`;
}
