// Files of answers, opened side by side in the instructor's browser: who answered what, question by question. Nothing leaves it.
import { useId, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { gather, latestOf, readAnswersFile } from '../store/answers-file';
import type { AnswersFile, Counted, QuestionAnswers } from '../store/answers-file';
import { askedOn } from './instructor/asked';
import { factsOf } from './pages';
import './answer-files.css';

interface Refused {
  readonly file: string;
  readonly why: string;
}

export function AnswerFiles(): ReactNode {
  const id = useId();
  const [files, setFiles] = useState<readonly AnswersFile[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [over, setOver] = useState(false);

  const open = async (chosen: readonly File[]): Promise<void> => {
    const read = await Promise.all(
      chosen.map(async (file) => ({ name: file.name, ...readAnswersFile(await file.text()) })),
    );
    setFiles((before) => [...before, ...read.flatMap((one) => (one.kind === 'read' ? [one.file] : []))]);
    setRefused(read.flatMap((one) => (one.kind === 'refused' ? [{ file: one.name, why: one.why }] : [])));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void open([...event.dataTransfer.files]);
  };
  const counted = latestOf(files);
  const remarks = counted.filter(({ remark }) => remark !== '');

  return (
    <div className="answer-files">
      <div
        className="answer-files-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={id}>Drop your students’ files here, or choose them:</label>{' '}
        <input
          id={id}
          type="file"
          multiple
          accept=".json,application/json"
          onChange={({ target }) => {
            void open([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </div>
      <div role="status">
        {files.length > 0 && (
          <p>
            {counted.length} {counted.length === 1 ? 'hand-in' : 'hand-ins'}
            {counted.length < files.length && ' (of two under one name, the later one)'}.{' '}
            <button
              type="button"
              className="pill"
              onClick={() => {
                setFiles([]);
                setRefused([]);
              }}
            >
              Put them away
            </button>
          </p>
        )}
        {refused.map(({ file, why }) => (
          <p key={file} className="answer-files-refused">
            <strong>{file}</strong> was not taken. {why}
          </p>
        ))}
      </div>
      {gather(files).map((one) => (
        <Distribution key={`${one.page} ${one.question}`} of={one} />
      ))}
      {remarks.length > 0 && (
        <section>
          <h3>Remarks</h3>
          <dl>
            {remarks.map(({ name, saved, remark }) => (
              <div key={name + saved}>
                <dt>{signed(name)}</dt>
                <dd>{remark}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Distribution({ of: { page, question, counted, total } }: { readonly of: QuestionAnswers }): ReactNode {
  const right = askedOn(page)
    .find(({ text }) => text === question)
    ?.offers.find((offer) => offer.right)?.says;
  const longest = Math.max(...counted.map(({ names }) => names.length));
  return (
    <section className="answer-files-question">
      <h3>{question}</h3>
      <p>
        {factsOf(page)?.title ?? page}. {total} {total === 1 ? 'answer' : 'answers'}
        {right === undefined ? '.' : `; right is: ${right}`}
      </p>
      <ul>
        {counted.map((one) => (
          <Bar key={one.answer} of={one} longest={longest} right={one.answer === right} />
        ))}
      </ul>
    </section>
  );
}

interface BarProps {
  readonly of: Counted;
  readonly longest: number;
  readonly right: boolean;
}

function Bar({ of: { answer, names }, longest, right }: BarProps): ReactNode {
  return (
    <li data-right={right} data-short={answer.length < 8}>
      <span className="answer-files-answer">
        {answer}
        {right && ' ✓'}
      </span>
      <span className="answer-files-bar" aria-hidden="true" style={{ width: `${(60 * names.length) / longest}%` }} />
      <span className="answer-files-count">{names.length}</span>
      <details>
        <summary>who</summary>
        {names.map(signed).join(', ')}
      </details>
    </li>
  );
}

const signed = (name: string): string => (name === '' ? 'without a name' : name);
