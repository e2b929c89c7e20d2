// The field's words in one list, each with a place of its own.
import type { ReactNode } from 'react';
import { glossary, wordId } from './glossary';

export function Glossary(): ReactNode {
  const words = Object.entries(glossary).sort(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  return (
    <dl className="glossary">
      {words.map(([name, { meaning }]) => (
        <div key={name}>
          <dt id={wordId(name)}>{name}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
