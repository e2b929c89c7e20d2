// Densities given as text in the notation, parsed once.
import { parseExpression, Reader } from '../expression-parser';
import { tokenize } from '../lexer';
import { ErrorList } from '../result';
import type { Expression } from '../tree';

const parsed = new Map<string, Expression>();

export function densityExpression(text: string): Expression {
  const before = parsed.get(text);
  if (before !== undefined) return before;
  const errors = new ErrorList(text);
  const expression = parseExpression(new Reader(tokenize(text, errors), 0));
  parsed.set(text, expression);
  return expression;
}
