// The numbers a figure is drawn from, wherever they were made: in the build, by a settled run, or by a preview.
import type { PredictiveCheck } from '../stats/judge';
import type { Draws, Variable } from './draws';
import type { RunKey } from './key';
import { worstCheck } from './check-count';
import type { ChainEnd } from './protocol';
import type { RunResult } from './run';
import type { RunSummary } from './summary';

/** 'built': made when the page was; 'settled': the run of the key, made here; 'preview': a warm-started glimpse that nobody should quote. */
export type PictureKind = 'built' | 'settled' | 'preview';

/** The numbers a figure is drawn from. */
export interface Picture<D, K = number> {
  readonly kind: PictureKind;
  /** Where the figure's control stood; null where it has none. */
  readonly knob: K;
  readonly seed: number;
  readonly summary: RunSummary;
  readonly parameters: Names;
  readonly deterministics: Names;
  /** Null for a preview. */
  readonly check: PredictiveCheck | null;
  /** Quantities that need whole draws, computed once a run. */
  readonly derived: D;
}

export interface Names {
  readonly variables: readonly Variable[];
  readonly elements: readonly string[];
}

/** Of a run, or of a preview, whose draws nothing was checked against. */
export type Drawn = Pick<RunResult, 'draws' | 'summary'> & { readonly ends: readonly Pick<ChainEnd, 'checks'>[] };

/** Also what the build writes, so that a page starts from the same numbers. */
export function pictureOf<D, K>(
  kind: PictureKind,
  key: RunKey,
  knob: K,
  result: Drawn,
  derive: (draws: Draws, knob: K) => D,
): Picture<D, K> {
  const { draws, summary } = result;
  const names = ({ variables, elements }: Names): Names => ({ variables, elements });
  return {
    kind,
    knob,
    seed: key.seed,
    summary,
    parameters: names(draws.parameters),
    deterministics: names(draws.deterministics),
    check: worstCheck(result.ends.map(({ checks }) => checks)),
    derived: derive(draws, knob),
  };
}
