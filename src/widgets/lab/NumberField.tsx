// A number that is typed: taken at Enter or when the field is left; one that cannot be used is explained, and the old one stays.
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  /** Whether the label is only for the ear. */
  readonly quiet?: boolean;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly onCommit: (value: number) => void;
}

export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, quiet = false, value, minimum, maximum, whole, onCommit } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string | null>(null);
  const id = useId();
  const commit = (): void => {
    if (draft === null) return;
    const typed = Number(draft.trim().replace(',', '.'));
    const usable = draft.trim() !== '' && Number.isFinite(typed) && (!whole || Number.isInteger(typed));
    if (!usable) setComplaint(`“${draft.slice(0, 20)}” is not a ${whole ? 'whole ' : ''}number.`);
    else if (typed < minimum || typed > maximum) setComplaint(`From ${minimum} to ${maximum}.`);
    else {
      setComplaint(null);
      if (typed !== value) onCommit(typed);
    }
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
  };
  return (
    <span className="lab-number">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        aria-describedby={complaint === null ? undefined : `${id}-complaint`}
        aria-invalid={complaint !== null}
        value={draft ?? String(value)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {complaint !== null && (
        <span id={`${id}-complaint`} role="alert" className="lab-complaint">
          {complaint}
        </span>
      )}
    </span>
  );
}
