// The score curve computed again: point by point, to be stopped, and equal to the build's to the last bit where the seed is the same.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../src/engine/dataset';
import { bestPoint, curveKeys, curveSigmas, frogsSubject } from '../../src/engine/frogs-curve';
import { lectureSources } from '../../src/engine/lecture-run';
import { createLocalPool } from '../../src/engine/local';
import type { Pool } from '../../src/engine/pool';
import { wholeCurve } from '../../src/engine/scores/score-curve';
import type { Curve } from '../../src/engine/scores/score-curve';
import { lectureModels } from '../../src/models';
import type { ScoreCurveFit, ScoreCurveState } from '../../src/store/score-curve';

vi.mock('virtual:prerendered/frogs-score-curve', () => ({ default: { points: [], threshold: 0.7 } }));
vi.mock('../../src/store/frogs-fit', () => ({ frogsSources: null }));
const { compareCurves, createScoreCurve } = await import('../../src/store/score-curve');

const reference: { readonly sigma_grid: readonly number[]; readonly elpd_exact: readonly number[] } = JSON.parse(
  readFileSync(new URL('../reference/frogs-quadrature.json', import.meta.url), 'utf8'),
);

const model = lectureModels.get('frogs-fixed-sigma');
if (model === undefined) throw new Error('no model');
const sources = lectureSources(model, readCsv(readFileSync('public/data/frogs.csv', 'utf8')));
/** Three of the twenty, with short fits. */
const keys = (seed: number) =>
  curveKeys(sources, seed)
    .filter((_, k) => k === 0 || k === 6 || k === 19)
    .map(({ knob, key }) => ({ knob, key: { ...key, settings: { ...key.settings, warmup: 150, draws: 100 } } }));

let pool: Pool;
let built: Curve;
beforeAll(async () => {
  pool = createLocalPool(2);
  built = await wholeCurve(pool, keys(1), frogsSubject);
});
afterAll(() => pool.close());

function until(fit: ScoreCurveFit, holds: (state: ScoreCurveState) => boolean): Promise<ScoreCurveState> {
  return new Promise((resolve) => {
    const part = fit.store.subscribe((state) => {
      if (!holds(state)) return;
      part();
      resolve(state);
    });
  });
}

const create = (seed: number): ScoreCurveFit => createScoreCurve({ pool: () => pool, keys, seed: () => seed, built });

describe('the score curve', () => {
  it('stands at the sigmas of the reference, the best where it has its best', () => {
    curveSigmas.forEach((sigma, k) => expect(sigma).toBeCloseTo(reference.sigma_grid[k], 9));
    expect(bestPoint(built, 'cluster')?.knob).toBeCloseTo(1.647, 3);
    [0, 6, 19].forEach((at, k) => expect(built.points[k].exact?.cluster).toBeCloseTo(reference.elpd_exact[at], 6));
  });

  it('computed again is the same to the last bit, in another order of answers too', async () => {
    const wide = createLocalPool(3);
    const fit = createScoreCurve({ pool: () => wide, keys, seed: () => 1, built });
    const over = until(fit, ({ kind }) => kind === 'done');
    fit.run();
    const state = await over;
    wide.close();
    expect(state).toMatchObject({ kind: 'done', differences: 0, numbers: 1 + 3 * (1 + 2 + 2 * (2 + 48)) });
    expect(state.curve).toEqual(built);
  });

  it('under another seed has the same exact scores and other estimates', async () => {
    const fit = create(2);
    const over = until(fit, ({ kind }) => kind === 'done');
    fit.run();
    const { curve, ...state } = await over;
    expect(state).toMatchObject({ kind: 'done', seed: 2, differences: null });
    curve.points.forEach((point, k) => {
      expect(point.exact).toEqual(built.points[k].exact);
      expect(point.fit?.cluster.psis).not.toBe(built.points[k].fit?.cluster.psis);
    });
    expect(compareCurves(curve, built).differences).toBeGreaterThan(100);
  });

  it('fills in, exact scores before fits, and keeps what is there when stopped', async () => {
    const fit = create(3);
    const seen: ScoreCurveState[] = [];
    const part = fit.store.subscribe((state) => seen.push(state));
    const first = until(fit, ({ curve }) => curve.points.some((point) => point.fit !== null));
    fit.run();
    expect(fit.store.getState().curve.points.every(({ exact }) => exact === null)).toBe(true);
    await first;
    fit.stop();
    part();
    const early = seen.filter(({ curve }) => curve.points.every((point) => point.fit === null));
    expect(early.some(({ curve }) => curve.points.every(({ exact }) => exact !== null))).toBe(true);
    const { kind, curve } = fit.store.getState();
    expect(kind).toBe('stopped');
    expect(curve.points.filter((point) => point.fit !== null).length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fit.store.getState().curve).toBe(curve);
    fit.restore();
    expect(fit.store.getState()).toEqual({ kind: 'built', curve: built });
  });
});
