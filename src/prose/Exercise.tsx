// One exercise: how hard it is, what to do, and the solution. Exercises gathers them.
import type { ReactNode } from 'react';
import { lectureModels } from '../models';

export type Grade = 'easy' | 'medium' | 'hard';

/** A place to try it: a lecture model with some knobs set, or a model of the exercise's own. */
export type LabPlace =
  { readonly model: string; readonly knobs?: Readonly<Record<string, number>> } | { readonly text: string };

export interface ExerciseProps {
  readonly grade: Grade;
  /** Where the lab will open once there is one; nothing is shown of it until then. A model that does not exist stops the build. */
  readonly lab?: LabPlace;
  /** The task in prose, then a `Solution`. */
  readonly children: ReactNode;
}

export function Exercise({ grade, lab, children }: ExerciseProps): ReactNode {
  if (lab !== undefined && 'model' in lab && !lectureModels.has(lab.model))
    throw new Error(`<Exercise lab={{ model: '${lab.model}' }}>: there is no such model`);
  return (
    <li className="exercise">
      <span className="exercise-grade">{grade}</span>
      {children}
    </li>
  );
}
