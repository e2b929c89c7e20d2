// Puts statements in an order in which each comes after what it reads, or names the circle that prevents it.
import type { ModelStatement } from './model';
import type { ErrorList } from './result';
import { namesIn, rightSide } from './walk';

/** Ancestors first, otherwise in text order. A circle is reported once, at the statement where it closes. */
export function orderStatements(statements: readonly ModelStatement[], errors: ErrorList): ModelStatement[] {
  const byName = new Map(statements.map((statement) => [statement.name, statement]));
  const state = new Map<string, 'open' | 'done'>();
  const ordered: ModelStatement[] = [];
  const path: string[] = [];

  const place = (statement: ModelStatement): void => {
    const { name } = statement;
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      const circle = [...path.slice(path.indexOf(name)), name];
      const message =
        circle.length === 2
          ? `${name} depends on itself.`
          : `These depend on each other in a circle: ${circle.join(' → ')}.`;
      errors.add(statement.span, message, 'Remove one of the dependencies: a model is drawn from top to bottom.');
      return;
    }
    state.set(name, 'open');
    path.push(name);
    const reads = new Set(rightSide(statement).flatMap((expression) => [...namesIn(expression)]));
    for (const letter of statement.letters) reads.delete(letter);
    for (const read of reads) {
      const source = byName.get(read);
      if (source !== undefined) place(source);
    }
    path.pop();
    state.set(name, 'done');
    ordered.push(statement);
  };

  for (const statement of statements) place(statement);
  return ordered;
}
