// The score curve of the reed frogs, its best sigma, and the numbers that the prose quotes of both.
import { bestPoint, curveKeys, frogsSubject, psisBest, shortSigma, unreliable } from '../../src/engine/frogs-curve';
import { lectureSources } from '../../src/engine/lecture-run';
import { wholeCurve } from '../../src/engine/scores/score-curve';
import type { Curve, CurvePoint, LeftOut } from '../../src/engine/scores/score-curve';
import { lectureModels } from '../../src/models';
import type { Values } from '../prerender';
import type { Story, Workshop } from './workshop';

const curves = new WeakMap<Workshop, Promise<Curve>>();

/** The curve at seed 1; computed once, whichever story asks first. */
export function fitCurve(workshop: Workshop): Promise<Curve> {
  const { pool, keep, frogs } = workshop;
  const known = curves.get(workshop);
  if (known !== undefined) return known;
  const model = lectureModels.get('frogs-fixed-sigma');
  if (model === undefined) throw new Error('there is no model frogs-fixed-sigma');
  const keys = curveKeys(lectureSources(model, frogs), 1);
  const made = keep({ curve: keys, subject: frogsSubject }, () => wholeCurve(pool, keys, frogsSubject));
  curves.set(workshop, made);
  return made;
}

export async function scoreCurve(workshop: Workshop): Promise<Story<Curve>> {
  const curve = await fitCurve(workshop);
  return {
    shown: curve,
    values: { ...curveValues(curve, 'cluster', 'tank'), ...curveValues(curve, 'trial', 'tadpole') },
  };
}

/** What a stop of the slider needs to know of the curve. */
export async function bestSigma(workshop: Workshop): Promise<Story<{ readonly sigma: number }>> {
  return { shown: { sigma: await bestSigmaOf(workshop) }, values: {} };
}

/** The best of the twenty, as the slider takes it. */
export async function bestSigmaOf(workshop: Workshop): Promise<number> {
  return shortSigma(known(bestPoint(await fitCurve(workshop), 'cluster')).knob);
}

/** `curve.<unit>.…`: scores in elpd; how much too good PSIS is; of how many tanks its k says so. */
function curveValues(curve: Curve, leftOut: LeftOut, unit: string): Values {
  const best = known(bestPoint(curve, leftOut));
  const last = curve.points[curve.points.length - 1];
  const exact = (point: CurvePoint): number => (point.exact ?? missing())[leftOut];
  const fit = (point: CurvePoint) => (point.fit ?? missing())[leftOut];
  const above = (point: CurvePoint): number => unreliable(fit(point).paretoK, curve.threshold);
  const wide = curve.points.filter(({ knob }) => knob >= 1.1).map(above);
  const at = (name: string, point: CurvePoint): Values => ({
    [`curve.${unit}.${name}.exact`]: exact(point),
    [`curve.${unit}.${name}.psis`]: fit(point).psis,
    [`curve.${unit}.${name}.psisExcess`]: fit(point).psis - exact(point),
    [`curve.${unit}.${name}.seen`]: fit(point).seen,
    [`curve.${unit}.${name}.kAbove`]: above(point),
  });
  return {
    ...at('best', best),
    ...at('last', last),
    [`curve.${unit}.best.sigma`]: best.knob,
    [`curve.${unit}.psisBest.sigma`]: known(psisBest(curve, leftOut)).knob,
    [`curve.${unit}.psisBest.psis`]: fit(known(psisBest(curve, leftOut))).psis,
    [`curve.${unit}.kFewest`]: Math.min(...wide),
    [`curve.${unit}.kMost`]: Math.max(...wide),
  };
}

function known<T>(value: T | null): T {
  return value ?? missing();
}

function missing(): never {
  throw new Error('the score curve is not complete');
}
