// Rows of a comparison of models: their scores with standard errors, and how far each lies behind the best.
import type { Row } from './definition';

export interface ComparedScore {
  readonly name: string;
  readonly elpd: number;
  readonly se: number;
  readonly elpdDiff: number;
  readonly dse: number;
}

export interface ComparisonMethod {
  readonly method: string;
  /** Best first. */
  readonly models: readonly ComparedScore[];
}

export interface ComparisonRows {
  readonly scores: readonly Row[];
  readonly differences: readonly Row[];
  readonly methods: readonly Row[];
}

/** Methods one under the other, with an empty line between; a difference stands a little above its model. */
export function comparisonRows(methods: readonly ComparisonMethod[]): ComparisonRows {
  const placed = methods.flatMap(({ method, models }, m) =>
    models.map((model, k) => ({ ...model, key: `${method} ${model.name}`, row: m * (models.length + 1) + k })),
  );
  return {
    scores: placed.map(({ key, name, row, elpd, se }) => ({ key, name, row, elpd, from: elpd - se, to: elpd + se })),
    differences: placed
      .filter(({ elpdDiff }) => elpdDiff < 0)
      .map(({ key, row, elpd, dse }) => ({ key, row: row - 0.35, at: elpd, from: elpd - dse, to: elpd + dse })),
    methods: methods.map(({ method, models }, m) => ({ method, row: m * (models.length + 1) })),
  };
}
