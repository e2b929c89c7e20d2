// One exercise: how hard it is, what to do, and the solution. Exercises gathers them.
import type { ReactNode } from 'react';
import { lectureModels } from '../models';
import { LabLink } from './LabLink';
import type { LabPlace } from './LabLink';

export type Grade = 'easy' | 'medium' | 'hard';

export interface ExerciseProps {
  readonly grade: Grade;
  /** What the lab opens with. A model that does not exist stops the build. */
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
      {lab !== undefined && (
        <p className="exercise-lab">
          <LabLink place={lab}>Open it in the lab</LabLink>
        </p>
      )}
    </li>
  );
}
