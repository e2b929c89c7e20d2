// What a lecture model is: its text, the roles of its names, and where its data come from.
import type { Roles } from '../lang/model';

/** A column of the data set, or the mean of one within each level of another. */
export type Column = string | { readonly meanOf: string; readonly by: string };

export interface LectureModel {
  readonly id: string;
  readonly text: string;
  readonly roles: Roles;
  /** The data set; `cafes` is made of the reader's visits, the others are in public/data. */
  readonly dataset: 'frogs' | 'trolley' | 'cafes' | 'mundlak';
  /** For each observed or data name its column. */
  readonly columns: Readonly<Record<string, Column>>;
  /** The metric that the lecture samples with where the plain diagonal one is slow: a ridge that leans across the coordinates. */
  readonly metric?: 'low-rank' | 'dense';
  /** Below this value of the knob `scale` the named vectors are sampled in the non-centred form: the centred one mixes slowly there. */
  readonly funnel?: { readonly scale: string; readonly below: number; readonly names: readonly string[] };
}
