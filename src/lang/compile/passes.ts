// The optimizations of the log density, by name: all of them on unless a test or the benchmark leaves one out.

export const allPasses = [
  /** Rows that agree in everything a density reads become one row with a weight: rows.ts. */
  'weighted rows',
  /** Rows that agree in all but data of their own become one, which reads what sums those data up: pooled-rows.ts. */
  'pooled rows',
  /** Rows sorted by group, and what depends on the group alone taken out of the loop over its rows: grouped-rows.ts. */
  'grouped rows',
  /** Terms of the data alone, added up once: constant-terms.ts. */
  'constant terms',
  /** Exponentials of an ordered logit's predictor as products over its terms: additive-ordered-logit.ts. */
  'additive ordered logit',
  /** Sums of logarithms as logarithms of products: log-products.ts. */
  'log products',
  /** What a density can work out once from a sum over its rows: row-totals.ts. */
  'row totals',
] as const;

export type Pass = (typeof allPasses)[number];
export type Passes = ReadonlySet<Pass>;
