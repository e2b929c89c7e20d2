// The exercises at the end of a page: three, easy, medium and hard.
import { Children, isValidElement } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Exercise } from './Exercise';
import type { ExerciseProps, Grade } from './Exercise';

const grades: readonly Grade[] = ['easy', 'medium', 'hard'];

/** Children: three `Exercise`, in the order of their grades. */
export function Exercises({ children }: { readonly children: ReactNode }): ReactNode {
  const given = Children.toArray(children).filter(isExercise);
  if (given.map(({ props }) => props.grade).join() !== grades.join())
    throw new Error(`Exercises holds three exercises: ${grades.join(', ')}`);
  return (
    <section className="exercises" aria-labelledby="exercises">
      <h2 id="exercises">Exercises</h2>
      <ol>{given}</ol>
    </section>
  );
}

function isExercise(node: ReactNode): node is ReactElement<ExerciseProps> {
  return isValidElement(node) && node.type === Exercise;
}
