// A resolved model: names with roles, plates and constraints; still without data.
import type { Distribution } from './distribution';
import type { Expression, Link, Program, Span } from './tree';

export type Role = 'observed' | 'data' | 'knob' | 'parameter' | 'deterministic';

/** A knob: a number the reader moves. `value` is the default, `minimum` and `maximum` the slider's range. */
export interface Knob {
  readonly name: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** What is declared beside a text. */
export interface Roles {
  readonly observed: readonly string[];
  readonly data: readonly string[];
  readonly knobs: readonly Knob[];
  /** LaTeX for a name, where the default is not what a person would write. */
  readonly symbols?: Readonly<Record<string, string>>;
}

/** A plate: the set of things that a letter runs over. Symbols that share a plate have the same length along that axis. */
export interface Plate {
  readonly id: number;
  /** The letter used for it first, for printing. */
  readonly letter: string;
  /** Data columns whose values index into this plate (`T` for tanks in `alpha[T[i]]`). */
  readonly indexedBy: readonly string[];
  /** True for the plate of an observed outcome's rows. */
  readonly rows: boolean;
}

export type Constraint =
  | { readonly kind: 'real' }
  | { readonly kind: 'positive' }
  | { readonly kind: 'unit' }
  /** Bounds are constants, data or knobs. */
  | { readonly kind: 'interval'; readonly lower: Expression; readonly upper: Expression }
  | { readonly kind: 'ordered' };

interface SymbolBase {
  readonly name: string;
  /** One plate id per axis; empty for a scalar. */
  readonly plates: readonly number[];
  readonly latex: string;
  /** Where it is declared, or first used for data. */
  readonly span: Span;
}

export type ModelSymbol =
  | (SymbolBase & { readonly role: 'observed'; readonly indexes: number | null })
  /** `indexes`: the plate its values point into, when it stands in index position; else null. */
  | (SymbolBase & { readonly role: 'data'; readonly indexes: number | null })
  | (SymbolBase & { readonly role: 'knob'; readonly knob: Knob })
  | (SymbolBase & { readonly role: 'parameter'; readonly constraint: Constraint })
  | (SymbolBase & { readonly role: 'deterministic' });

/** One declared name per statement: `a, b ~ …` is two. `letters[k]` runs over `plates[k]`. */
export type ModelStatement =
  | {
      readonly kind: 'draw';
      readonly name: string;
      readonly letters: readonly string[];
      readonly plates: readonly number[];
      readonly distribution: Distribution;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'define';
      readonly name: string;
      readonly letters: readonly string[];
      readonly plates: readonly number[];
      readonly link: Link | null;
      readonly value: Expression;
      readonly span: Span;
    };

export interface Model {
  readonly program: Program;
  readonly roles: Roles;
  readonly plates: readonly Plate[];
  /** In text order of first appearance. */
  readonly symbols: ReadonlyMap<string, ModelSymbol>;
  /** In text order. */
  readonly statements: readonly ModelStatement[];
  /** The same, each after what it reads. */
  readonly order: readonly ModelStatement[];
}
