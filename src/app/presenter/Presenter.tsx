// Presenter mode: which step is on the stage, what keys do to it, and what stands around it.
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { settings, settingsQuery } from '../../store/settings';
import { putInAddress, sharedAddress, withPresenter } from './address';
import type { Asked } from './address';
import { Bar } from './Bar';
import { CodeDialog } from './CodeDialog';
import { holderOf, keyOf } from './keyboard';
import { commandOf } from './keymap';
import type { Command } from './keymap';
import { offersOf } from './offers';
import { OptionsDialog } from './OptionsDialog';
import { Overview } from './Overview';
import { neighboursIn, routes } from './routes';
import type { RoutePage } from './routes';
import { keepSession, readSession } from './session';
import type { Session } from './session';
import type { Stage } from './stage';
import type { Step } from './steps';
import { Tally } from './Tally';
import { counted, keepCounts, keptCounts } from './tally';
import type { Counts } from './tally';

export interface PresenterProps {
  readonly slug: string;
  /** The site's folder, from the page. */
  readonly root: string;
  readonly stage: Stage;
  /** What the address asked for; null where a hand did. */
  readonly asked: Asked | null;
  readonly leave: () => void;
}

type Panel = 'overview' | 'code' | 'options';

/** What is asked of the stage: a step, and a screen of it. */
interface Place {
  readonly at: number;
  readonly part: number;
}

export function Presenter({ slug, root, stage, asked, leave }: PresenterProps): ReactNode {
  const [session, setSession] = useState<Session>(() => {
    const kept = readSession(Date.now());
    return asked === null ? { ...kept, fullScreen: true } : { ...kept, route: asked.route };
  });
  const steps = stepsOn(stage.steps, session, slug);
  const [place, setPlace] = useState<Place>(() => placeOf(steps, asked));
  const { part, parts } = useSyncExternalStore(stage.listen, stage.screens);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [blank, setBlank] = useState(false);
  const [typed, setTyped] = useState('');
  const step = steps[Math.min(place.at, steps.length - 1)];
  const tally = useTally(slug, stage, step);

  useLayoutEffect(() => {
    stage.show(step, place.part, session.hold);
    takeFocus();
  }, [stage, step, place.part, session.hold]);
  useEffect(() => keepSession(session), [session]);
  useEffect(() => putInAddress({ route: session.route, step: step.id }), [session.route, step.id]);
  useFullScreen(session, setSession);

  const to = (at: number, screen = 0): void => {
    setPlace({ at: Math.min(steps.length - 1, Math.max(0, at)), part: screen });
    setTyped('');
  };
  const open = ({ page }: RoutePage, from: string | null): void => {
    const query = withPresenter(settingsQuery(settings.getState()), { route: session.route, step: from });
    window.location.assign(`${root}${page}/${query}`);
  };
  const move = (direction: 1 | -1): void => {
    const { before, after } = neighboursIn(session.route === null ? [] : routes[session.route], slug);
    if (stage.scrollOn(direction)) return;
    if (direction === 1) {
      if (part + 1 < parts) to(place.at, part + 1);
      else if (place.at + 1 < steps.length) to(place.at + 1);
      else if (after !== null) open(after, null);
    } else if (part > 0) to(place.at, part - 1);
    else if (place.at > 0) to(place.at - 1, Number.POSITIVE_INFINITY);
    else if (before !== null) open(before, 'end');
  };

  const obey = (command: Command): void => {
    if (blank) {
      setBlank(false);
      return;
    }
    switch (command.kind) {
      case 'next':
        return move(1);
      case 'back':
        return move(-1);
      case 'first':
        return to(0);
      case 'last':
        return to(steps.length - 1);
      case 'leave':
        return leave();
      case 'blank':
        return setBlank(true);
      case 'overview':
      case 'code':
      case 'options':
        return setPanel(command.kind);
      case 'notes':
        return;
      case 'hold':
        return setSession((now) => ({ ...now, hold: !now.hold }));
      case 'screen':
        return setSession((now) => ({ ...now, fullScreen: !now.fullScreen }));
      case 'digit':
        if (tally !== null && panel === null) tally.count(command.digit - 1, command.minus ? -1 : 1);
        else setTyped((text) => `${text}${command.digit}`.slice(-3));
        return;
      case 'go':
        if (typed !== '') {
          to(Number(typed) - 1);
          setPanel(null);
        }
        return;
    }
  };
  useKeys(obey, panel);

  return (
    <>
      <p className="visually-hidden" role="status">
        {`${phaseWords[step.phase]} ${place.at + 1} of ${steps.length}. ${step.title}.`}
      </p>
      {tally !== null && <Tally {...tally} revealed={step.phase === 'reveal'} />}
      <Bar
        step={step}
        number={place.at + 1}
        count={steps.length}
        part={part}
        parts={parts}
        typed={typed}
        session={session}
        onCommand={(kind) => obey({ kind })}
      />
      {panel === 'overview' && (
        <Overview steps={steps} at={place.at} onGo={to} typed={typed} onClose={() => setPanel(null)} />
      )}
      {panel === 'code' && (
        <CodeDialog address={sharedAddress(window.location.href, step.id)} onClose={() => setPanel(null)} />
      )}
      {panel === 'options' && <OptionsDialog session={session} onChange={setSession} onClose={() => setPanel(null)} />}
      {blank && (
        <button type="button" className="presenter-blank" ref={(it) => it?.focus()} onClick={() => setBlank(false)}>
          <span className="visually-hidden">The screen is blank; show the step again</span>
        </button>
      )}
    </>
  );
}

const phaseWords: Readonly<Record<Step['phase'], string>> = {
  read: 'Step',
  predict: 'Predict: step',
  run: 'Run: step',
  reveal: 'Reveal: step',
};

/** Those of the route; all, where the page is not on it. */
function stepsOn(all: readonly Step[], { route }: Session, slug: string): readonly Step[] {
  const page = route === null ? undefined : routes[route].find((one) => one.page === slug);
  const chosen = all.filter(({ id }) => page === undefined || page.steps.includes(id));
  return chosen.length === 0 ? all : chosen;
}

function placeOf(steps: readonly Step[], asked: Asked | null): Place {
  if (asked?.step === 'end') return { at: steps.length - 1, part: 0 };
  return {
    at: Math.max(
      0,
      steps.findIndex(({ id }) => id === asked?.step),
    ),
    part: 0,
  };
}

/** The page's text has the keyboard, unless something that still shows has it. */
function takeFocus(): void {
  const { activeElement } = document;
  const kept = activeElement instanceof HTMLElement && activeElement !== document.body;
  if (kept && activeElement.getClientRects().length > 0) return;
  document.getElementById('text')?.focus({ preventScroll: true });
}

interface TallyState {
  readonly offers: NonNullable<ReturnType<typeof offersOf>>;
  readonly counts: Counts;
  readonly count: (at: number, change: 1 | -1) => void;
}

/** Null where the step asks nothing. */
function useTally(page: string, stage: Stage, step: Step): TallyState | null {
  const [kept, setKept] = useState<Readonly<Record<string, Counts>>>({});
  const question = stage.elementsOf(step).find((element) => element.matches('.question'));
  const offers = question === undefined ? null : offersOf(question);
  if (offers === null) return null;
  const name = step.id.replace('.answer', '.question');
  const counts = kept[name] ?? keptCounts(page, name, offers.names.length);
  return {
    offers,
    counts,
    count: (at, change) => {
      const next = counted(counts, at, change);
      keepCounts(page, name, next);
      setKept({ ...kept, [name]: next });
    },
  };
}

/** While a dialog is open, keys are its own; the overview takes numbers. */
function useKeys(obey: (command: Command) => void, panel: Panel | null): void {
  const latest = useRef(obey);
  useEffect(() => {
    latest.current = obey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const command = event.defaultPrevented ? null : commandOf(keyOf(event), holderOf(event));
      if (command === null) return;
      const numbers = command.kind === 'digit' || command.kind === 'go';
      if (document.querySelector('dialog[open], :popover-open') !== null && !(panel === 'overview' && numbers)) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [panel]);
}

/** Full screen as the session has it; a new page waits for a key, since browsers want a hand for it. */
function useFullScreen({ fullScreen }: Session, change: (next: (now: Session) => Session) => void): void {
  useEffect(() => {
    const ask = (): void => {
      if (fullScreen === (document.fullscreenElement !== null)) return;
      const answer = fullScreen ? document.documentElement.requestFullscreen() : document.exitFullscreen();
      answer.catch(() => undefined);
    };
    const heard = (): void => {
      const now = document.fullscreenElement !== null;
      change((session) => (session.fullScreen === now ? session : { ...session, fullScreen: now }));
    };
    if (navigator.userActivation.isActive) ask();
    document.addEventListener('keydown', ask, { once: true });
    document.addEventListener('fullscreenchange', heard);
    return () => {
      document.removeEventListener('keydown', ask);
      document.removeEventListener('fullscreenchange', heard);
    };
  }, [fullScreen, change]);
}
