// The reed frogs' score curve: twenty sigmas, evenly spaced as in the lecture, and what is left out at each.
import { lectureKey } from './lecture-run';
import type { LectureSources } from './lecture-run';
import type { RunKey } from './key';
import type { Curve, CurvePoint, CurveSubject, LeftOut } from './scores/score-curve';

const [lowest, highest, count] = [0.1, 5, 20];

export const curveSigmas: readonly number[] = Array.from(
  { length: count },
  (_, k) => lowest + ((highest - lowest) * k) / (count - 1),
);

export const frogsSubject: CurveSubject = { observed: 'S', index: 'T', parameter: 'alpha', chance: 'p' };

/**
 * Twenty fits at once, whose draws nobody sees: over 3 seeds of all twenty no R-hat is above 1.008 and no bulk ESS below 1,500, for three
 * fifths of the gradients that the lecture's settings take.
 */
const fitSettings = { warmup: 150, targetAccept: 0.8 } as const;

/** The fits of the curve, for the fixed-sigma model's sources. */
export function curveKeys(sources: LectureSources, seed: number): { readonly knob: number; readonly key: RunKey }[] {
  return curveSigmas.map((sigma) => {
    const key = lectureKey(sources, { sigma }, seed);
    return { knob: sigma, key: { ...key, settings: { ...key.settings, ...fitSettings } } };
  });
}

/** The point with the highest exact score; null while there is none. */
export function bestPoint({ points }: Curve, leftOut: LeftOut): CurvePoint | null {
  return highestBy(points, (point) => point.exact?.[leftOut] ?? null);
}

/** The point that PSIS would choose. */
export function psisBest({ points }: Curve, leftOut: LeftOut): CurvePoint | null {
  return highestBy(points, (point) => point.fit?.[leftOut].psis ?? null);
}

function highestBy(points: readonly CurvePoint[], score: (point: CurvePoint) => number | null): CurvePoint | null {
  return points.reduce<CurvePoint | null>((best, point) => {
    const [own, other] = [score(point), best === null ? null : score(best)];
    return own !== null && (other === null || own > other) ? point : best;
  }, null);
}

/** How many of a fit's clusters have a Pareto k above the threshold, or none that can be told. */
export function unreliable(paretoK: readonly (number | null)[], threshold: number): number {
  return paretoK.filter((k) => k === null || k > threshold).length;
}

/** A sigma of the curve as a reader would type it, and as the slider takes it. */
export function shortSigma(sigma: number): number {
  return Math.floor(1000 * sigma + 0.5) / 1000;
}
