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

export interface RunKey {
  readonly source: ModelSource;
  /** A value for each knob of the model; a knob left out has its default. */
  readonly knobs: Readonly<Record<string, number>>;
  readonly chains: number;
  readonly settings: SamplerSettings;
  /** A non-negative safe integer. */
  readonly seed: number;
  readonly samplerVersion: number;
}
