// Keeps the window with the notes in step with the stage.
import { contents } from 'virtual:contents';
import { useEffect, useRef, useState } from 'react';
import { wordsOf } from './blocks';
import type { Command } from './keymap';
import type { LessonNotes } from './lesson-notes';
import { loadNotes } from './load-notes';
import { minutesBefore, neighboursIn, routes } from './routes';
import type { Session } from './session';
import type { Screens, Stage } from './stage';
import type { Phase, Step } from './steps';
import { openSpeaker } from './talk';
import type { Speaker, Talk } from './talk';

export interface Standing {
  readonly slug: string;
  readonly session: Session;
  readonly stage: Stage;
  /** Those of the route. */
  readonly steps: readonly Step[];
  readonly at: number;
  readonly screens: Screens;
}

/** `obey` hears the keys of the other window. */
export function useSpeaker(standing: Standing, obey: (command: Command) => void): void {
  const [notes, setNotes] = useState<LessonNotes>({});
  const speaker = useRef<Speaker | null>(null);
  const latest = useRef(obey);
  const { slug } = standing;
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(() => {
    const open = openSpeaker((command) => latest.current(command));
    speaker.current = open;
    let wanted = true;
    const load = async (): Promise<void> => {
      const loaded = await loadNotes(slug);
      if (wanted) setNotes(loaded);
    };
    void load();
    return () => {
      wanted = false;
      open.close();
    };
  }, [slug]);
  useEffect(() => speaker.current?.tell(talkOf(standing, notes)));
}

function talkOf({ slug, session, stage, steps, at, screens }: Standing, notes: LessonNotes): Talk {
  const step = steps[at];
  const own = notes[step.id];
  const figure = stage.elementsOf(step).find((element) => element.matches('.figure'));
  const route = session.route === null ? null : routes[session.route];
  const before = route === null ? null : minutesBefore(route, slug);
  const here = route?.find(({ page }) => page === slug)?.minutes ?? 0;
  return {
    page: titleOf(slug),
    number: at + 1,
    count: steps.length,
    ...screens,
    phase: step.phase,
    section: step.section,
    title: step.title,
    notes: own?.lines ?? [],
    minutes: own?.minutes ?? null,
    caption: figure === undefined ? '' : wordsOf(figure, '.figure-caption'),
    next: nextOf(steps[at + 1], route === null ? undefined : neighboursIn(route, slug).after?.page),
    startedAt: session.startedAt,
    planned: session.route === null || before === null ? null : { all: session.route, soFar: before + here },
  };
}

const phases: Readonly<Record<Phase, string>> = { read: '', predict: 'Predict: ', run: 'Run: ', reveal: 'Reveal: ' };

function nextOf(step: Step | undefined, page: string | undefined): string {
  if (step !== undefined) return `${phases[step.phase]}${step.title}`;
  return page === undefined ? '' : `The page \u201c${titleOf(page)}\u201d`;
}

function titleOf(slug: string): string {
  return contents.find((one) => one.slug === slug)?.title ?? slug;
}
