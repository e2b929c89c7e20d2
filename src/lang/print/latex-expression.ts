// An expression as LaTeX.
import type { Expression } from '../tree';
import { numberLatex } from './number-latex';
import type { SymbolWriter } from './symbol-writer';

/** How tightly the outermost operation binds. */
enum Binding {
  Sum,
  Product,
  Negation,
  Power,
  Atom,
}

interface Piece {
  readonly latex: string;
  readonly binding: Binding;
}

export function expressionLatex(expression: Expression, writer: SymbolWriter): string {
  return piece(expression, writer).latex;
}

function piece(expression: Expression, writer: SymbolWriter): Piece {
  switch (expression.kind) {
    case 'number':
      return { latex: numberLatex(expression.value), binding: expression.value < 0 ? Binding.Negation : Binding.Atom };
    case 'reference': {
      const subscript = expression.indices.map((index) => indexLatex(index, writer)).join(',');
      return { latex: writer.symbol(expression.name, subscript), binding: Binding.Atom };
    }
    case 'negate': {
      const operand = atLeast(piece(expression.operand, writer), Binding.Product);
      return { latex: `-${operand}`, binding: Binding.Negation };
    }
    case 'binary':
      return binary(expression, writer);
    case 'call':
      return call(expression.name, expression.arguments, writer);
  }
}

/** In an index a column keeps the brackets of the text: \alpha_{T[i]}. */
function indexLatex(index: Expression, writer: SymbolWriter): string {
  if (index.kind !== 'reference') return expressionLatex(index, writer);
  if (index.indices.length === 0) return writer.symbol(index.name, '');
  return writer.indexColumn(index.name, index.indices.map((inner) => indexLatex(inner, writer)).join(','));
}

function binary(expression: Extract<Expression, { kind: 'binary' }>, writer: SymbolWriter): Piece {
  const left = piece(expression.left, writer);
  const right = piece(expression.right, writer);
  switch (expression.operator) {
    case '+':
      return { latex: `${left.latex} + ${positive(right, Binding.Sum)}`, binding: Binding.Sum };
    case '-':
      return { latex: `${left.latex} - ${positive(right, Binding.Product)}`, binding: Binding.Sum };
    case '*': {
      // A number on the right needs a dot: x 2 would read as one thing.
      const sign = expression.right.kind === 'number' ? '\\cdot' : '\\,';
      const first = left.binding === Binding.Negation ? left.latex : atLeast(left, Binding.Product);
      return { latex: `${first} ${sign} ${positive(right, Binding.Product)}`, binding: Binding.Product };
    }
    case '/':
      return { latex: `\\frac{${left.latex}}{${right.latex}}`, binding: Binding.Product };
    case '^':
      return { latex: `${atLeast(left, Binding.Atom)}^{${right.latex}}`, binding: Binding.Power };
  }
}

function call(name: string, operands: readonly Expression[], writer: SymbolWriter): Piece {
  const inside = operands.map((operand) => piece(operand, writer));
  const [first] = inside;
  switch (name) {
    case 'sqrt':
      return { latex: `\\sqrt{${first.latex}}`, binding: Binding.Atom };
    case 'abs':
      return { latex: `\\left|${first.latex}\\right|`, binding: Binding.Atom };
    case 'square':
      return { latex: `${atLeast(first, Binding.Atom)}^2`, binding: Binding.Power };
    case 'log1p':
      return { latex: `\\log${parentheses(`1 + ${positive(first, Binding.Sum)}`)}`, binding: Binding.Power };
    case 'expm1':
      return { latex: `\\exp${parentheses(first.latex)} - 1`, binding: Binding.Sum };
    case 'sum': {
      const vector = operands[0];
      if (vector.kind !== 'reference') break;
      const letter = writer.letterOf(vector.name);
      return { latex: `\\sum_{${letter}} ${writer.symbol(vector.name, letter)}`, binding: Binding.Product };
    }
  }
  const all = inside.map(({ latex }) => latex).join(', ');
  return { latex: `${FUNCTIONS[name] ?? `\\operatorname{${name}}`}${parentheses(all)}`, binding: Binding.Power };
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  exp: '\\exp',
  log: '\\log',
  logit: '\\operatorname{logit}',
  inv_logit: '\\operatorname{logit}^{-1}',
};

function atLeast({ latex, binding }: Piece, wanted: Binding): string {
  return binding >= wanted && binding !== Binding.Negation ? latex : parentheses(latex);
}

/** After another operator a minus sign needs parentheses. */
function positive(operand: Piece, wanted: Binding): string {
  return operand.latex.startsWith('-') ? parentheses(operand.latex) : atLeast(operand, wanted);
}

/** They grow only around what is tall. */
export function parentheses(latex: string): string {
  return /\\frac|\\sum|\\left/.test(latex) ? `\\left(${latex}\\right)` : `(${latex})`;
}
