// The second window: notes of the step on the stage, what comes next, and the clock. Its keys move the stage.
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Clock } from './Clock';
import { holderOf, keyOf } from './keyboard';
import { commandOf } from './keymap';
import { openListener } from './talk';
import type { Listener, Talk } from './talk';
import type { Phase } from './steps';
import './notes-window.css';

/** Takes the place of the page, which is not brought to life in this window. */
export function showNotes(): void {
  document.title = 'Notes · Tadpool';
  const host = document.createElement('main');
  host.className = 'notes';
  document.body.replaceChildren(host);
  createRoot(host).render(<NotesWindow />);
}

const phases: Readonly<Record<Phase, string>> = { read: 'Read', predict: 'Predict', run: 'Run', reveal: 'Reveal' };

function NotesWindow(): ReactNode {
  const [talk, setTalk] = useState<Talk | null>(null);
  const listener = useRef<Listener | null>(null);
  useEffect(() => {
    const open = openListener(setTalk);
    listener.current = open;
    const press = (event: KeyboardEvent): void => {
      const command = commandOf(keyOf(event), holderOf(event));
      if (command === null || !passedOn.has(command.kind)) return;
      event.preventDefault();
      open.send(command);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      open.close();
    };
  }, []);
  if (talk === null)
    return (
      <>
        <h1>Notes</h1>
        <p>They appear here while a page of this site is in presenter mode in another window of this browser.</p>
      </>
    );
  const { startedAt, planned, phase, number, count, part, parts, minutes, notes, caption, next } = talk;
  return (
    <>
      <header>
        <span className="notes-clock">
          <Clock startedAt={startedAt} planned={planned?.all ?? null} />
        </span>
        <span>
          {planned !== null && `This page is to end at ${planned.soFar} min. `}
          {`Step ${number} of ${count}${parts > 1 ? `, screen ${part + 1} of ${parts}` : ''}`}
        </span>
        <span>
          <button type="button" onClick={() => listener.current?.send({ kind: 'back' })}>
            Back
          </button>{' '}
          <button type="button" onClick={() => listener.current?.send({ kind: 'next' })}>
            Next
          </button>
        </span>
      </header>
      <h1>
        <small>{`${talk.page}: ${talk.section}`}</small>
        <em>{phases[phase]}.</em> {talk.title}
        {minutes !== null && <small>{`about ${minutes} min`}</small>}
      </h1>
      <section aria-live="polite" aria-label="Notes">
        {notes.length === 0 ? <p className="notes-none">No notes for this step.</p> : null}
        <ul>
          {notes.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {caption !== '' && (
          <>
            <h2>How to read the figure</h2>
            <p>{caption}</p>
          </>
        )}
      </section>
      <footer>
        <h2>Next</h2>
        <p>{next === '' ? 'The end.' : next}</p>
      </footer>
    </>
  );
}

const passedOn: ReadonlySet<string> = new Set(['next', 'back', 'first', 'last', 'blank', 'digit', 'go']);
