// A visit of the reader's own: which café, and how long the coffee took.
import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { addVisit, cafeCount, longestWait } from '../store/cafes';

export function AddVisit(): ReactNode {
  const id = useId();
  const [cafe, setCafe] = useState(5);
  const [minutes, setMinutes] = useState('');
  const [complaint, setComplaint] = useState<string | null>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = addVisit(cafe, minutes);
    setComplaint(wrong);
    if (wrong === null) setMinutes('');
  };
  return (
    <form className="cafes-add" onSubmit={add} noValidate>
      <label>
        Your own visit: café{' '}
        <select value={cafe} onChange={(event) => setCafe(Number(event.target.value))}>
          {Array.from({ length: cafeCount }, (_, j) => (
            <option key={j} value={j + 1}>
              {j + 1}
            </option>
          ))}
        </select>
      </label>
      <label>
        waited{' '}
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={longestWait}
          value={minutes}
          aria-invalid={complaint !== null}
          aria-describedby={complaint === null ? undefined : id}
          onChange={(event) => setMinutes(event.target.value)}
        />{' '}
        minutes
      </label>
      <button type="submit" className="pill">
        Add
      </button>
      {complaint !== null && (
        <span id={id} role="alert" className="cafes-complaint">
          {complaint}
        </span>
      )}
    </form>
  );
}
