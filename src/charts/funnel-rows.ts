// Rows of the funnel's two charts.
import type { ChartData, Row } from './definition';

export interface FunnelPlace {
  readonly alpha: number;
  readonly z: number;
  readonly logSigma: number;
}

/** What the horizontal axis of a panel shows. */
export type Coordinate = 'alpha' | 'z';

export function funnelRows(
  places: readonly FunnelPlace[],
  broke: readonly FunnelPlace[],
  coordinate: Coordinate,
): ChartData {
  const rows = (some: readonly FunnelPlace[]): Row[] =>
    some.map((place) => ({ x: place[coordinate], logSigma: place.logSigma }));
  return { draws: rows(places), broke: rows(broke) };
}

export interface Efficiency {
  readonly form: 'centred' | 'noncentred';
  readonly observations: number;
  /** Effective draws per 1,000 gradients. */
  readonly yield: number;
}

/** Below this a run has told nothing; the axis ends there. */
const least = 0.08;
const ticks = [1, 2, 5, 10, 20, 50, 100];
/** Room between the two labels, in powers of ten. */
const labelHeight = 0.24;

export function efficiencyRows(scores: readonly Efficiency[], observations: number): ChartData {
  const rows = scores.map(({ form, observations: n, yield: effective }) => ({
    form,
    observations: n,
    x: Math.log10(n),
    y: Math.log10(Math.max(least, effective)),
  }));
  const ordered = [...rows].sort((a, b) => a.observations - b.observations);
  const last = (form: Efficiency['form']) => ordered.filter((row) => row.form === form).at(-1);
  const [centred, noncentred] = [last('centred'), last('noncentred')];
  const close =
    centred !== undefined && noncentred !== undefined && Math.abs(centred.y - noncentred.y) < labelHeight
      ? (Math.sign(centred.y - noncentred.y) || 1) * (labelHeight / 2)
      : 0;
  const ends: Row[] = [
    ...(centred === undefined ? [] : [{ x: centred.x, y: centred.y + close, text: 'centred' }]),
    ...(noncentred === undefined ? [] : [{ x: noncentred.x, y: noncentred.y - close, text: 'non-centred' }]),
  ];
  return {
    scores: ordered,
    ends,
    ticks: ticks.map((n) => ({ x: Math.log10(n), text: String(n) })),
    here: [{ x: Math.log10(observations) }],
  };
}
