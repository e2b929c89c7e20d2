// The worlds of a study as CSV: one line a parameter of a fit, numbers to the last bit.
import type { WorldFits } from './fit-world';

export const studyColumns = [
  'world',
  'world_seed',
  'empty_groups',
  'estimator',
  'parameter',
  'truth',
  'mean',
  'q5.5',
  'q25',
  'q75',
  'q94.5',
  'ess_bulk',
  'r_hat',
  'divergences',
  'draws_per_chain',
] as const;

/** Worlds are numbered from 1, in their order; a fit that failed has no lines. */
export function studyCsv(worlds: readonly WorldFits[]): string {
  const inOrder = worlds.toSorted((a, b) => a.world - b.world);
  const lines = inOrder.flatMap(({ world, seed, empty, fits }) =>
    fits.flatMap((fit) => {
      if (fit.kind === 'failed') return [];
      return fit.estimates.map(({ name, truth, mean, interval50, interval89 }) =>
        [
          ...[world + 1, seed, empty, fit.estimator, name, truth, mean],
          ...[interval89[0], interval50[0], interval50[1], interval89[1]],
          ...[fit.ess, fit.rhat, fit.divergences, fit.draws],
        ].join(','),
      );
    }),
  );
  return `${[studyColumns.join(','), ...lines].join('\n')}\n`;
}
