// Presenter mode: which step is on the stage, what keys do to it, and what stands around it.
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { stayWithBuild } from '../../store/page-pool';
import { settings, settingsQuery } from '../../store/settings';
import { putInAddress, sharedAddress, withPresenter } from './address';
import type { Asked } from './address';
import { Bar } from './Bar';
import { CodeDialog } from './CodeDialog';
import type { Command } from './keymap';
import { OptionsDialog } from './OptionsDialog';
import { Overview } from './Overview';
import { neighboursIn, routes } from './routes';
import type { RoutePage } from './routes';
import { keepSession, readSession } from './session';
import type { Session } from './session';
import type { Stage } from './stage';
import type { Step } from './steps';
import { Tally } from './Tally';
import { useFullScreen } from './use-full-screen';
import { useKeys } from './use-keys';
import { useSpeaker } from './use-speaker';
import { useTally } from './use-tally';

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
  const revealed = step.phase === 'reveal';

  useLayoutEffect(() => {
    stage.show(step, place.part, session.hold);
    takeFocus();
  }, [stage, step, place.part, session.hold]);
  useEffect(() => keepSession(session), [session]);
  useEffect(() => stayWithBuild(session.stay), [session.stay]);
  useEffect(() => putInAddress({ route: session.route, step: step.id }), [session.route, step.id]);
  useFullScreen(session, setSession);

  /** Another route has other steps; the talk stays where it is, or goes on to what comes next. */
  const change = (next: (now: Session) => Session): void => {
    const after = next(session);
    const others = stepsOn(stage.steps, after, slug);
    const here = stage.steps.indexOf(step);
    const at = others.findIndex((one) => stage.steps.indexOf(one) >= here);
    setSession(after);
    if (after.route !== session.route) setPlace({ at: at === -1 ? others.length - 1 : at, part: 0 });
  };
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
        window.open(`${window.location.pathname}?notes`, 'tadpool-notes', 'popup,width=960,height=760');
        return;
      case 'hold':
        return setSession((now) => ({ ...now, hold: !now.hold }));
      case 'screen':
        return setSession((now) => ({ ...now, fullScreen: !now.fullScreen }));
      case 'digit':
        // As on the keyboard, 0 comes after 9.
        if (tally !== null && panel === null) tally.count((command.digit + 9) % 10, command.minus ? -1 : 1);
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
  useKeys(obey, { inDialog: panel === 'overview', begun: typed !== '' });
  useSpeaker({ slug, session, stage, steps, at: Math.min(place.at, steps.length - 1), screens: { part, parts } }, obey);

  return (
    <>
      <p className="visually-hidden" role="status">
        {`${phaseWords[step.phase]} ${place.at + 1} of ${steps.length}. ${step.title}.`}
      </p>
      {tally !== null && (
        <Tally
          tally={tally}
          where={stage.isFigure(step) ? 'under' : 'beside'}
          revealed={revealed}
          screen={revealed && stage.isFigure(step) && tally.offers.groups.length > 1 ? part : null}
        />
      )}
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
        <Overview
          steps={steps}
          at={place.at}
          // A figure's title is its finding, and not for the room before the figure is.
          titleOf={(one, k) => (session.hold && k > place.at && stage.isFigure(one) ? one.section : one.title)}
          onGo={to}
          typed={typed}
          onClose={() => setPanel(null)}
        />
      )}
      {panel === 'code' && (
        <CodeDialog address={sharedAddress(window.location.href, step.id)} onClose={() => setPanel(null)} />
      )}
      {panel === 'options' && <OptionsDialog session={session} onChange={change} onClose={() => setPanel(null)} />}
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
