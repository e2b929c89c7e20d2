// The data: a set of the lecture, one that the model simulates, or a file of the reader's own, with what its columns hold.
import { useId, useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { datasetNames, datasets, simulatedBounds } from '../../store/lab/model';
import type { ColumnFacts, ColumnType, DataChoice } from '../../store/lab/model';
import { openFile, pageLab, pasteTable, useLab } from '../../store/lab/page-lab';
import { formatCount } from '../../store/format';
import { NumberField } from './NumberField';

export function Data(): ReactNode {
  const data = useLab((state) => state.document.data);
  return (
    <section className="lab-data" aria-label="Data">
      <h2>Data</h2>
      <Choice data={data} />
      {data.kind === 'simulated' && <Simulated data={data} />}
      <TableView />
      {data.kind === 'file' && <Kept />}
      <Missing />
    </section>
  );
}

function Choice({ data }: { readonly data: DataChoice }): ReactNode {
  const id = useId();
  const value = data.kind === 'lecture' ? data.dataset : data.kind;
  const choose = (chosen: string): void => {
    const dataset = datasets.find((one) => one === chosen);
    if (dataset !== undefined) pageLab.chooseData({ kind: 'lecture', dataset });
    else if (chosen === 'simulated') pageLab.chooseData({ kind: 'simulated', rows: 100, members: 10, seed: 1 });
    else if (chosen === 'none') pageLab.chooseData({ kind: 'none' });
  };
  return (
    <>
      <p className="lab-row">
        <label htmlFor={id}>Take</label>
        <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
          <option value="none">no data</option>
          {datasets.map((dataset) => (
            <option key={dataset} value={dataset}>
              {datasetNames[dataset]}
            </option>
          ))}
          <option value="simulated">simulated by this very model</option>
          {data.kind === 'file' && <option value="file">{data.name}</option>}
        </select>
      </p>
      <FileDrop />
    </>
  );
}

function FileDrop(): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const pasteId = useId();
  const take = (file: File | undefined): void => {
    if (file !== undefined) void openFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <div
      className="lab-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <button type="button" className="pill" onClick={() => input.current?.click()}>
          Choose a CSV file
        </button>{' '}
        or drop one here. Nothing leaves your browser.
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <details>
        <summary>Paste a table</summary>
        <label htmlFor={pasteId} className="visually-hidden">
          Table as text, names of the columns first
        </label>
        <textarea
          id={pasteId}
          className="lab-paste"
          rows={5}
          placeholder={'x,y\n1,2.5\n2,3.1'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="button" className="pill" disabled={text.trim() === ''} onClick={() => void pasteTable(text)}>
          Take this table
        </button>
      </details>
    </div>
  );
}

function Simulated({ data }: { readonly data: Extract<DataChoice, { kind: 'simulated' }> }): ReactNode {
  const set = (part: Partial<Pick<typeof data, 'rows' | 'members' | 'seed'>>): void =>
    pageLab.change((now) => ({ ...now, data: { ...data, ...part } }));
  return (
    <>
      <p className="lab-row">
        <NumberField
          label="rows"
          value={data.rows}
          {...simulatedBounds.rows}
          whole
          onCommit={(rows) => set({ rows })}
        />
        <NumberField
          label="members of each group"
          value={data.members}
          {...simulatedBounds.members}
          whole
          onCommit={(members) => set({ members })}
        />
        <NumberField
          label="seed of the data"
          value={data.seed}
          minimum={0}
          maximum={4294967295}
          whole
          onCommit={(seed) => set({ seed })}
        />
      </p>
      <p className="lab-note">
        One set of parameters is drawn from the prior, and outcomes from them. Predictors are made up: standard normal,
        or positive, or 20 trials, as the model needs them. Index columns count through their members.
      </p>
    </>
  );
}

function TableView(): ReactNode {
  const table = useLab((state) => state.table);
  switch (table.kind) {
    case 'none':
      return null;
    case 'opening':
      return <p role="status">The table is being read.</p>;
    case 'refused':
      return (
        <>
          <p role="alert" className="lab-refused">
            {table.message}
          </p>
          <Back />
        </>
      );
    case 'open': {
      const { rows, columns } = table.facts;
      return (
        <details className="lab-columns" open={columns.length <= 8}>
          <summary>
            {formatCount(rows)} rows, {columns.length} columns
          </summary>
          <div className="lab-scroll" role="region" aria-label="Columns of the data" tabIndex={0}>
            <table className="lab-table">
              <thead>
                <tr>
                  <th scope="col">Column</th>
                  <th scope="col">taken as</th>
                  <th scope="col">holds</th>
                </tr>
              </thead>
              <tbody>
                {columns.map((column) => (
                  <ColumnRow key={column.name} column={column} rows={rows} />
                ))}
              </tbody>
            </table>
          </div>
        </details>
      );
    }
  }
}

/** From a file that could not be used to the data that stood there before. */
function Back(): ReactNode {
  const data = useLab((state) => state.document.data);
  if (data.kind === 'none' || data.kind === 'file') return null;
  const name = data.kind === 'lecture' ? datasetNames[data.dataset] : 'the simulated data';
  return (
    <p>
      <button type="button" className="pill" onClick={() => pageLab.chooseData(data)}>
        Back to {name}
      </button>
    </p>
  );
}

/** Where the reader's file is, and whether it will be here again. */
function Kept(): ReactNode {
  const open = useLab((state) => state.table.kind === 'open');
  const kept = useLab((state) => state.fileKept);
  if (!open) return null;
  return (
    <p className="lab-note">
      {kept
        ? 'The file is kept in this browser until you clear the lab.'
        : 'The file is too large to be kept: you will have to choose it again on your next visit.'}
    </p>
  );
}

const types: readonly { readonly type: ColumnType; readonly label: string }[] = [
  { type: 'number', label: 'numbers' },
  { type: 'factor', label: 'a factor' },
  { type: 'ignored', label: 'ignored' },
];

function ColumnRow({ column, rows }: { readonly column: ColumnFacts; readonly rows: number }): ReactNode {
  const corrected = useLab((state) =>
    Object.hasOwn(state.document.types, column.name) ? state.document.types[column.name] : null,
  );
  const type = corrected ?? column.guess;
  const choose = (chosen: string): void => {
    const found = types.find((one) => one.type === chosen);
    if (found !== undefined) pageLab.setType(column.name, found.type);
  };
  return (
    <tr data-ignored={type === 'ignored'}>
      <th scope="row">{column.name}</th>
      <td>
        <select aria-label={`${column.name} is taken as`} value={type} onChange={(event) => choose(event.target.value)}>
          {types.map((one) => (
            <option key={one.type} value={one.type}>
              {one.label}
            </option>
          ))}
        </select>
      </td>
      <td>{wordsOf(column, rows, corrected)}</td>
    </tr>
  );
}

function wordsOf(column: ColumnFacts, rows: number, corrected: ColumnType | null): string {
  const { distinct, sample, missing, length, remark } = column;
  const parts = [`${sample.join(', ')}${distinct > sample.length ? ' …' : ''}`];
  if (distinct > sample.length) parts.push(`${formatCount(distinct)} different`);
  if (missing > 0) parts.push(`${formatCount(missing)} missing`);
  if (length !== rows) parts.push(`${formatCount(length)} values`);
  const words = `${parts.join('; ')}.`;
  return remark !== null && corrected === null ? `${words} ${remark}` : words;
}

/** What keeps the data from being used, and what may be done about it. */
function Missing(): ReactNode {
  const data = useLab((state) => state.data);
  const leaveOut = useLab((state) => state.document.leaveOut);
  const set = (out: boolean): void => pageLab.change((now) => ({ ...now, leaveOut: out }));
  switch (data.kind) {
    case 'none':
    case 'working':
    case 'unbound':
      return null;
    case 'problem':
      return (
        <div role="alert" className="lab-refused">
          {data.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      );
    case 'missing':
      return (
        <div role="alert" className="lab-refused">
          {data.columns.map(({ column, rows, count }) => (
            <p key={column}>
              {column} is missing in {count === 1 ? 'row' : 'rows'} {rows.join(', ')}
              {count > rows.length ? ` and ${formatCount(count - rows.length)} more` : ''}.
            </p>
          ))}
          <p>
            <button type="button" className="pill" onClick={() => set(true)}>
              Leave out {data.rows === 1 ? 'this row' : `these ${formatCount(data.rows)} rows`} of{' '}
              {formatCount(data.of)}
            </button>
          </p>
        </div>
      );
    case 'ready':
      if (data.leftOut.length === 0 || !leaveOut) return null;
      return (
        <p className="lab-note">
          {formatCount(data.leftOut.length)} {data.leftOut.length === 1 ? 'row is' : 'rows are'} left out, because
          values are missing.{' '}
          <button type="button" className="pill" onClick={() => set(false)}>
            Put them back
          </button>
        </p>
      );
  }
}
