// A percentage typed: taken at Enter or when the field is left; one that cannot be used is explained.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { wholePercent } from '../charts/predict-tanks-score';

export interface GuessFieldProps {
  readonly label: string;
  /** In percent; null where nothing was placed. */
  readonly value: number | null;
  readonly onCommit: (value: number) => void;
}

export function GuessField({ label, value, onCommit }: GuessFieldProps): ReactNode {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const commit = (): void => {
    if (draft === null) return;
    const typed = Number(draft.trim().replace('%', '').replace(',', '.'));
    const percent = wholePercent(typed);
    if (draft.trim() !== '' && (percent === null || typed < 0 || typed > 100))
      setComplaint('Type a number from 0 to 100.');
    else {
      setComplaint(null);
      if (draft.trim() !== '' && percent !== null) onCommit(percent);
    }
    setDraft(null);
  };
  return (
    <span className="guess-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={complaint === null ? undefined : `${id}-complaint`}
        aria-invalid={complaint !== null}
        value={draft ?? (value === null ? '' : String(value))}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />{' '}
      %
      {complaint === null ? null : (
        <span id={`${id}-complaint`} role="alert" className="guess-complaint">
          {complaint}
        </span>
      )}
    </span>
  );
}
