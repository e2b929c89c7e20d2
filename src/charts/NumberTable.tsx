// The numbers of a figure as a table, one step away from it.
import { memo, useState } from 'react';

export interface NumberTableContent {
  /** What one opens it by, where it holds something else than numbers. */
  readonly name?: string;
  /** What the rows are: "48 tanks". */
  readonly caption: string;
  /** The first column names the row. */
  readonly columns: readonly string[];
  /** Texts, already formatted: a thunk, so that a closed table costs nothing while its figure moves. */
  readonly rows: () => readonly (readonly string[])[];
  /** The same cells with all their digits, for a file; those of `rows` when absent. */
  readonly exact?: () => readonly (readonly (string | number)[])[];
}

export function NumberTable({ content }: { readonly content: NumberTableContent }) {
  const [open, setOpen] = useState(false);
  // The page comes with the first numbers, which is what a reader without scripts opens.
  const [first] = useState(content);
  return (
    <details className="number-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{content.name ?? 'The numbers'}</summary>
      <Table content={open ? content : first} />
    </details>
  );
}

const Table = memo(function Table({ content }: { readonly content: NumberTableContent }) {
  const { caption, columns, rows } = content;
  return (
    // It scrolls in its own box, so the box takes the keyboard.
    <div className="number-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows().map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={columns[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
