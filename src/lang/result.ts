// Errors a user can cause are values: a result is a value or the list of everything wrong with the text or the data.
import type { Span } from './tree';

export interface LanguageError {
  /** Where in the model text; null when the fault lies in the data alone. */
  readonly span: Span | null;
  /** 1-based; the position of `span.start`. Data errors point at the first use of the column in the text. */
  readonly line: number;
  readonly column: number;
  /** One sentence that says what is wrong, naming rows and values. */
  readonly message: string;
  /** One sentence that says what to do. */
  readonly fix: string;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly LanguageError[] };
