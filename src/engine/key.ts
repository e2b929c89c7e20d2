// The run key: everything that a run's draws depend on. Equal keys give equal draws, to the bit.
import type { DataSet } from '../lang/data';
import type { Roles } from '../lang/model';
import type { SamplerSettings } from '../sampler/settings';

/** A model joined with its data, still as text: what a worker compiles. */
export interface ModelSource {
  readonly text: string;
  readonly roles: Roles;
  readonly data: DataSet;
  /** Names to rewrite with a raw vector before compiling, in this order. */
  readonly noncentered: readonly string[];
}

/**
 * A run until good goes on, `settings.draws` more a chain at a time, until every element of the named parameters has these figures or
 * `cap` draws a chain are made. It is judged only when all chains have the same number of draws, so that the draws are a function of the key.
 */
export interface RunTarget {
  /** Declared names; none stands for all. A vector in the non-centred form is judged by its raw one. */
  readonly parameters: readonly string[];
  /** At least. */
  readonly bulkEss: number;
  /** Below. */
  readonly rhat: number;
  /** Draws a chain; less than `settings.draws` counts as that. */
  readonly cap: number;
}

export interface RunKey {
  readonly source: ModelSource;
  /** A value for each knob of the model; a knob left out has its default. */
  readonly knobs: Readonly<Record<string, number>>;
  readonly chains: number;
  readonly settings: SamplerSettings;
  /** Null for a run of exactly `settings.draws`. */
  readonly target: RunTarget | null;
  /** A non-negative safe integer. */
  readonly seed: number;
  readonly samplerVersion: number;
}
