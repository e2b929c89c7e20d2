// The speaker's notes of a lesson, as its MDX has them.
export interface StepNotes {
  /** What the step may take; null where the notes do not say. */
  readonly minutes: number | null;
  readonly lines: readonly string[];
}

/** By the step's id. */
export type LessonNotes = Readonly<Record<string, StepNotes>>;
