// What the reader has answered, on all pages, as one file to hand in. It is saved here; sending it is the reader's own doing.
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { allAnswers } from '../../store/answers';
import { answersFile } from '../../store/answers-file';
import { fileStem, saveFile, textFile } from '../take-away/save';
import './hand-in-form.css';

export function HandInForm(): ReactNode {
  const id = useId();
  const [all] = useState(allAnswers);
  const [name, setName] = useState('');
  const [remark, setRemark] = useState('');
  const [saved, setSaved] = useState('');
  const pages = Object.values(all).map((given) => Object.keys(given).length);
  const count = pages.reduce((sum, one) => sum + one, 0);
  if (count === 0)
    return <p>You have not answered a question yet. Answers are kept in this browser as you give them.</p>;

  const save = (): void => {
    const facts = { version: __VERSION__, name: name.trim(), remark: remark.trim(), saved: new Date().toISOString() };
    const file = `${fileStem('tadpool-answers', name.trim())}.json`;
    saveFile(file, textFile(answersFile(all, facts), 'application/json'));
    setSaved(file);
  };

  return (
    <div className="hand-in-form">
      <p>
        {count} {count === 1 ? 'answer' : 'answers'} on {pages.length} {pages.length === 1 ? 'page' : 'pages'}, kept in
        this browser alone. Save them as one file and hand it in as your instructor asks. Nothing is sent from here.
      </p>
      <label htmlFor={`${id}-name`}>Your name, as your instructor knows it</label>
      <input
        id={`${id}-name`}
        type="text"
        autoComplete="name"
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-remark`}>A remark or a question, if you have one</label>
      <textarea
        id={`${id}-remark`}
        rows={3}
        maxLength={2000}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <p>
        <button type="button" className="pill" onClick={save}>
          Save the file
        </button>{' '}
        <span role="status">{saved === '' ? '' : `Saved as ${saved}.`}</span>
      </p>
    </div>
  );
}
