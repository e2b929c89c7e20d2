// What each name of the model stands for: said by the reader, a row a name.
import { useState } from 'react';
import type { ReactNode } from 'react';
import { pageLab, useLab } from '../../store/lab/page-lab';
import { bindNamedAlike, declarationFor, exampleOf, namedAlike, unusedColumns } from '../../store/lab/offers';
import type { ColumnFacts, Declaration, Examination, ModelView } from '../../store/lab/model';
import { NumberField } from './NumberField';

interface NameRow {
  readonly name: string;
  readonly drawn: boolean;
  readonly index: boolean;
  readonly declaration: Declaration | null;
}

const most = 1e9;

export function Names(): ReactNode {
  const { names, declarations } = useReadable();
  const alike = useLab((state) => namedAlike(state).join(', '));
  const roleOf = (name: string): Declaration | null => declarations.find((one) => one.name === name) ?? null;
  const rows: NameRow[] = [
    ...[...names.drawn.keys()].map((name) => ({ name, drawn: true, index: false, declaration: roleOf(name) })),
    ...[...names.free.values()].map(({ name, index }) => ({ name, drawn: false, index, declaration: roleOf(name) })),
  ].sort((a, b) => placeOf(a) - placeOf(b));
  if (rows.length === 0) return null;
  return (
    <section className="lab-names" aria-label="Names">
      <h2>Names</h2>
      {alike !== '' && (
        <p>
          <button type="button" className="pill" onClick={bindNamedAlike}>
            Take {alike} from the columns of the same name
          </button>
        </p>
      )}
      <div className="lab-scroll" role="region" aria-label="What each name stands for" tabIndex={0}>
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">is</th>
              <th scope="col">taken from</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <code>{row.name}</code>
                </th>
                <td>
                  <Role row={row} />
                </td>
                <td>{row.declaration !== null && <From declaration={row.declaration} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {/* Below what it must not move when the data come. */}
      <Unused />
    </section>
  );
}

const mostNamed = 6;

/** What the data hold and the model does not read: the way to the next model. */
function Unused(): ReactNode {
  const columns = useLab((state) => unusedColumns(state).join('\n'))
    .split('\n')
    .filter((name) => name !== '');
  const example = useLab((state) => columns.map((name) => exampleOf(state, name)).find((one) => one !== null) ?? null);
  if (columns.length === 0) return null;
  const named = columns.slice(0, mostNamed).join(', ');
  const more = columns.length > mostNamed ? ` and ${columns.length - mostNamed} more` : '';
  return (
    <p className="lab-note">
      Not in the model: {named}
      {more}.{' '}
      {example === null ? null : (
        <>
          Write a column’s name in it to bring it in, as in <code className="lab-example">{example}</code>.
        </>
      )}
    </p>
  );
}

/** The names as they last could all be read: a line half typed makes no row come or go. */
function useReadable(): Examination {
  const now = useLab((state) => state.examination);
  const [last, setLast] = useState(now);
  const shown = now.readable || now.text.trim() === '' ? now : last;
  if (shown !== last) setLast(shown);
  return shown;
}

/** What was observed first, then data, knobs, names without a role, parameters. */
function placeOf({ declaration, drawn }: NameRow): number {
  if (declaration === null) return drawn ? 4 : 3;
  return { observed: 0, data: 1, knob: 2 }[declaration.role];
}

function Role({ row: { name, drawn, index, declaration } }: { readonly row: NameRow }): ReactNode {
  const choose = (role: string): void => {
    if (role === 'observed' || role === 'data' || role === 'knob') pageLab.declare(declarationFor(role, name));
    else pageLab.undeclare(name);
  };
  return (
    <select aria-label={`${name} is`} value={declaration?.role ?? ''} onChange={(event) => choose(event.target.value)}>
      {drawn ? <option value="">parameter</option> : <option value="">choose …</option>}
      {drawn && <option value="observed">observed</option>}
      {!drawn && <option value="data">data</option>}
      {!drawn && !index && <option value="knob">knob</option>}
    </select>
  );
}

function From({ declaration }: { readonly declaration: Declaration }): ReactNode {
  const table = useLab((state) => state.table);
  const simulated = useLab((state) => state.document.data.kind === 'simulated');
  const isOfGroups = useLab(({ examination }) => ofGroups(examination.view, declaration.name));
  if (declaration.role === 'knob') return <Range knob={declaration} />;
  if (simulated) return <>simulated</>;
  if (table.kind !== 'open') return <>no data yet</>;
  const { columns } = table.facts;
  const { name, role, from } = declaration;
  const takes = (column: string, within: string | null): void =>
    pageLab.declare({ role, name, from: column === '' ? null : { column, within } });
  const known = from !== null && columns.some((column) => column.name === from.column);
  return (
    <span className="lab-from">
      <select
        aria-label={`${name} is taken from`}
        aria-invalid={!known}
        value={known ? from.column : ''}
        onChange={(event) => takes(event.target.value, null)}
      >
        <option value="">choose a column …</option>
        {columns.map((column) => (
          <option key={column.name} value={column.name}>
            {column.name}
          </option>
        ))}
      </select>
      {known && (from.within !== null || isOfGroups) && (
        <Within name={name} from={from} columns={columns} onChoose={takes} />
      )}
    </span>
  );
}

/** Data with a value a group, not a row: a column of rows may become one by its means. */
function ofGroups(view: ModelView | null, name: string): boolean {
  const node = view?.graph.nodes.find((one) => one.name === name);
  if (view === null || node?.role !== 'data' || node.plates.length !== 1) return false;
  return !view.graph.plates.some(({ id, rows }) => rows && id === node.plates[0]);
}

interface WithinProps {
  readonly name: string;
  readonly from: { readonly column: string; readonly within: string | null };
  readonly columns: readonly ColumnFacts[];
  readonly onChoose: (column: string, within: string | null) => void;
}

/** A column as it is, or its mean in each group: what a group's own predictor is made of. */
function Within({ name, from, columns, onChoose }: WithinProps): ReactNode {
  return (
    <select
      aria-label={`${name}: each value, or a mean`}
      value={from.within ?? ''}
      onChange={(event) => onChoose(from.column, event.target.value === '' ? null : event.target.value)}
    >
      <option value="">each value</option>
      {columns
        .filter((column) => column.name !== from.column)
        .map((column) => (
          <option key={column.name} value={column.name}>
            mean within {column.name}
          </option>
        ))}
    </select>
  );
}

function Range({ knob }: { readonly knob: Extract<Declaration, { role: 'knob' }> }): ReactNode {
  const { name, value, minimum, maximum } = knob;
  const set = (low: number, high: number): void =>
    pageLab.declare({ ...knob, minimum: low, maximum: high, value: Math.min(high, Math.max(low, value)) });
  return (
    <span className="lab-range">
      from{' '}
      <NumberField
        quiet
        label={`${name}, least`}
        value={minimum}
        minimum={-most}
        maximum={maximum}
        whole={false}
        onCommit={(low) => low < maximum && set(low, maximum)}
      />{' '}
      to{' '}
      <NumberField
        quiet
        label={`${name}, most`}
        value={maximum}
        minimum={minimum}
        maximum={most}
        whole={false}
        onCommit={(high) => high > minimum && set(minimum, high)}
      />
    </span>
  );
}
