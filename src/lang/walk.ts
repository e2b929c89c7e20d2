// Walks over the tree.
import type { Expression, Statement } from './tree';

export type Reference = Extract<Expression, { kind: 'reference' }>;

/** The expressions on the right of a statement. */
export function rightSide(
  statement: Pick<Statement, 'kind'> &
    ({ kind: 'draw'; arguments: readonly Expression[] } | { kind: 'define'; value: Expression }),
): readonly Expression[] {
  return statement.kind === 'draw' ? statement.arguments : [statement.value];
}

/** Calls `visit` on every expression, outermost first. */
export function visit(expression: Expression, visitor: (expression: Expression) => void): void {
  visitor(expression);
  for (const child of children(expression)) visit(child, visitor);
}

export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'reference':
      return expression.indices;
    case 'negate':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.arguments;
  }
}

/** The same tree with its references replaced. */
export function mapReferences(expression: Expression, replace: (reference: Reference) => Expression): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'reference':
      return replace(expression);
    case 'negate':
      return { ...expression, operand: mapReferences(expression.operand, replace) };
    case 'binary':
      return {
        ...expression,
        left: mapReferences(expression.left, replace),
        right: mapReferences(expression.right, replace),
      };
    case 'call':
      return { ...expression, arguments: expression.arguments.map((argument) => mapReferences(argument, replace)) };
  }
}

/** Names that an expression reads, index columns included, letters too. */
export function namesIn(expression: Expression): Set<string> {
  const names = new Set<string>();
  visit(expression, (part) => {
    if (part.kind === 'reference') names.add(part.name);
  });
  return names;
}
