// The names of a text, as far as it can be read: what it draws, what it defines, and what it reads from elsewhere.
import type { Program, Span, Statement } from '../../lang/tree';
import { rightSide, visit } from '../../lang/walk';
import type { Declaration } from './document';

export interface FreeName {
  readonly name: string;
  readonly span: Span;
  /** Whether it stands in index position, where only data can. */
  readonly index: boolean;
}

export interface TextNames {
  /** In text order, with the first place. */
  readonly drawn: ReadonlyMap<string, Span>;
  readonly defined: ReadonlyMap<string, Span>;
  /** Read, but neither drawn nor defined, nor a letter of its line. */
  readonly free: ReadonlyMap<string, FreeName>;
}

export function textNames(program: Program, declared: readonly Declaration[]): TextNames {
  const drawn = new Map<string, Span>();
  const defined = new Map<string, Span>();
  for (const statement of program.statements) {
    const into = statement.kind === 'draw' ? drawn : defined;
    for (const { name, span } of targetsOf(statement)) if (!into.has(name)) into.set(name, span);
  }
  const data = new Set(declared.filter(({ role }) => role === 'data').map(({ name }) => name));
  const free = new Map<string, FreeName>();
  for (const statement of program.statements) {
    const letters = new Set(targetsOf(statement).flatMap((target) => target.letters.map(({ name }) => name)));
    const see = (name: string, span: Span, index: boolean): void => {
      if (drawn.has(name) || defined.has(name)) return;
      const known = free.get(name);
      free.set(name, { name, span: known?.span ?? span, index: index || known?.index === true });
    };
    // `alpha[T] ~ …` with T data.
    for (const { letters: own } of targetsOf(statement))
      for (const { name, span } of own) if (data.has(name)) see(name, span, true);
    for (const expression of rightSide(statement))
      visit(expression, (part) => {
        if (part.kind !== 'reference') return;
        if (!(letters.has(part.name) && part.indices.length === 0)) see(part.name, part.span, false);
        for (const index of part.indices)
          if (index.kind === 'reference' && !letters.has(index.name)) see(index.name, index.span, true);
      });
  }
  return { drawn, defined, free };
}

function targetsOf(statement: Statement) {
  return statement.kind === 'draw' ? statement.targets : [statement.target];
}

/** The declarations that the text has a use for; the others rest until it has one again. */
export function inUse(declarations: readonly Declaration[], names: TextNames): readonly Declaration[] {
  return declarations.filter(({ role, name }) => (role === 'observed' ? names.drawn.has(name) : names.free.has(name)));
}
