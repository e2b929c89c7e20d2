// The tree of a model text: what the parser makes, before names have roles.

/** UTF-16 offsets into the text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Operator = '+' | '-' | '*' | '/' | '^';

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  /** `x`, `x[i]`, `alpha[T[i]]`, `a[S[i], U[i]]`. */
  | { readonly kind: 'reference'; readonly name: string; readonly indices: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly span: Span };

/** What stands on the left: a name and the letters of its plates (`p[i]`, `a[j, k]`, `sigma`). */
export interface Declaration {
  readonly name: string;
  readonly letters: readonly Letter[];
  readonly span: Span;
}

export interface Letter {
  readonly name: string;
  readonly span: Span;
}

/** Links that may stand on the left of `=`. */
export type Link = 'logit' | 'log';

export type Statement =
  | {
      readonly kind: 'draw';
      readonly targets: readonly Declaration[];
      readonly distribution: string;
      readonly distributionSpan: Span;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  | {
      readonly kind: 'define';
      readonly link: Link | null;
      readonly target: Declaration;
      readonly value: Expression;
      readonly span: Span;
    };

export interface Program {
  readonly text: string;
  readonly statements: readonly Statement[];
}
