// Rows of the score-curve chart: three curves over sigma, the best point, and what lies below the axis.
import type { Row } from './definition';
import { spread } from './tank-rows';

export type Series = 'exact' | 'psis' | 'seen';

export interface ScoredSigma {
  readonly sigma: number;
  /** Log predictive densities; null while they are being computed. */
  readonly exact: number | null;
  readonly psis: number | null;
  readonly seen: number | null;
}

export interface ScoreAxis {
  readonly low: number;
  readonly high: number;
}

const seriesNames: readonly Series[] = ['seen', 'psis', 'exact'];
const labels: Readonly<Record<Series, readonly [string, string]>> = {
  exact: ['left out, exact', 'left out'],
  psis: ['left out, by PSIS', 'by PSIS'],
  seen: ['seen, not left out', 'seen'],
};
/** Height of a label as a share of the axis. */
const labelHeight = 0.062;
/** Room between neighbouring sigmas. */
export const sigmaStep = 4.9 / 19;

export function scoreCurveData(scored: readonly ScoredSigma[], { low, high }: ScoreAxis): Record<string, Row[]> {
  const points = seriesNames.flatMap((series) =>
    scored.flatMap((one, at): Row[] => {
      const value = one[series];
      return value === null ? [] : [{ series, at, sigma: one.sigma, value, inside: value >= low }];
    }),
  );
  const lines = seriesNames.flatMap((series) => {
    const own = scored.flatMap((one) => (one[series] === null ? [] : [{ sigma: one.sigma, value: one[series] }]));
    return fromFloor(own, low).map((row): Row => ({ series, ...row }));
  });
  return {
    points,
    lines,
    columns: scored.map(({ sigma }, at) => ({ at, from: sigma - sigmaStep / 2, to: sigma + sigmaStep / 2 })),
    ends: endRows(scored, { low, high }),
    best: bestRows(scored),
    below: scored.flatMap(({ sigma, exact }): Row[] =>
      exact === null || exact >= low ? [] : [{ sigma, text: `below the axis: ${rounded(exact, 0)} at σ = ${sigma}` }],
    ),
  };
}

interface CurveVertex {
  readonly sigma: number;
  readonly value: number;
}

/** A line that enters from below the axis begins where it crosses the floor. */
function fromFloor(vertices: readonly CurveVertex[], low: number): CurveVertex[] {
  return vertices.flatMap((vertex, k) => {
    if (vertex.value < low) return [];
    const before = vertices[k - 1];
    if (before === undefined || before.value >= low) return [vertex];
    const share = (low - before.value) / (vertex.value - before.value);
    return [{ sigma: before.sigma + share * (vertex.sigma - before.sigma), value: low }, vertex];
  });
}

/** Labels at the curves' right ends, moved apart where the ends are close. */
function endRows(scored: readonly ScoredSigma[], { low, high }: ScoreAxis): Row[] {
  const last = scored[scored.length - 1];
  const ends = seriesNames.flatMap((series) => {
    const value = last[series];
    return value === null ? [] : [{ series, value }];
  });
  const places = spread(
    ends.map(({ value }) => (value - low) / (high - low)),
    labelHeight,
  );
  return ends.map(({ series, value }, k) => {
    const [text, shortText] = labels[series];
    return { series, value, label: low + places[k] * (high - low), text, shortText };
  });
}

function bestRows(scored: readonly ScoredSigma[]): Row[] {
  const best = bestOf(scored);
  if (best === null) return [];
  const { sigma, exact } = best;
  const at = `σ = ${sigma.toFixed(2)}`;
  return [{ sigma, value: exact, text: `best: ${rounded(exact, 1)} at ${at}`, shortText: `best: ${at}` }];
}

/** The sigma with the highest exact score. */
export function bestOf(scored: readonly ScoredSigma[]): { readonly sigma: number; readonly exact: number } | null {
  return scored.reduce<{ readonly sigma: number; readonly exact: number } | null>(
    (best, { sigma, exact }) => (exact !== null && (best === null || exact > best.exact) ? { sigma, exact } : best),
    null,
  );
}

/** The vertical line of the slider's sigma. */
export function knobRows(sigma: number): Row[] {
  return [{ sigma, text: `σ = ${sigma}` }];
}

function rounded(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', '−');
}

export function describeScores(scored: readonly ScoredSigma[], unit: 'tank' | 'tadpole'): string {
  const best = bestOf(scored);
  const last = scored[scored.length - 1];
  if (best === null || last.exact === null) return 'The score of each sigma, being computed.';
  const atBest = scored.find(({ sigma }) => sigma === best.sigma);
  const seen =
    atBest === undefined || atBest.seen === null || last.seen === null
      ? ''
      : ` With nothing left out the score is ${rounded(atBest.seen, 1)} there and still rises, to ${rounded(last.seen, 1)} at sigma 5.`;
  const psis =
    atBest === undefined || atBest.psis === null
      ? ''
      : ` PSIS estimates ${rounded(atBest.psis, 1)} where the exact score is ${rounded(best.exact, 1)}.`;
  return (
    `Log score of each left-out ${unit} against sigma. It rises to ${rounded(best.exact, 1)} at sigma ${best.sigma.toFixed(2)} ` +
    `and falls to ${rounded(last.exact, 1)} at sigma 5.${seen}${psis}`
  );
}
