// Reads expressions: precedence climbing over the tokens of one statement.
import type { Symbol, Token } from './lexer';
import type { Expression, Operator, Span } from './tree';

/** A statement that cannot be read; caught where statements are collected, never seen outside the parser. */
export class Unreadable extends Error {
  constructor(
    readonly span: Span,
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

/** Deeper nesting than anyone writes; bounds the recursion of everything that walks the tree. */
const deepest = 60;
/** More operators than anyone writes in a statement, for the same reason: `a + a + a …` nests to the left. */
const mostTerms = 400;

/** A place in the tokens. Line ends inside parentheses and brackets are blanks. */
export class Reader {
  lastEnd: number;
  depth = 0;
  terms = 0;
  private open = 0;

  constructor(
    private readonly tokens: readonly Token[],
    public at: number,
  ) {
    this.lastEnd = tokens[at].span.start;
  }

  get current(): Token {
    if (this.open > 0) while (this.tokens[this.at].kind === 'newline' && this.more) this.at++;
    return this.tokens[this.at];
  }

  /** Whether anything but the end follows the line end at hand. */
  private get more(): boolean {
    return this.tokens[this.at + 1].kind !== 'end';
  }

  next(): Token {
    const token = this.current;
    if (token.kind === 'symbol') {
      if (token.text === '(' || token.text === '[') this.open++;
      if (token.text === ')' || token.text === ']') this.open--;
    }
    if (token.kind !== 'end') this.at++;
    this.lastEnd = token.span.end;
    return token;
  }

  sees(symbol: Symbol): boolean {
    const token = this.current;
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** Whether the token after the current one is `symbol`. */
  follows(symbol: Symbol): boolean {
    const token = this.tokens[this.at + 1];
    return token !== undefined && token.kind === 'symbol' && token.text === symbol;
  }

  accept(symbol: Symbol): boolean {
    if (!this.sees(symbol)) return false;
    this.next();
    return true;
  }

  expect(symbol: Symbol, fix: string): Span {
    if (!this.sees(symbol)) throw this.unexpected(`'${symbol}' is missing before ${this.describe()}.`, fix);
    return this.next().span;
  }

  expectName(fix: string): { text: string; span: Span } {
    const token = this.current;
    if (token.kind !== 'name') throw this.unexpected(`A name is missing before ${this.describe()}.`, fix);
    this.next();
    return token;
  }

  expectLineEnd(): void {
    const token = this.current;
    if (token.kind === 'newline' || token.kind === 'end') return;
    if (token.kind === 'symbol' && token.text === ')')
      throw this.unexpected("This ')' closes nothing.", 'Remove it, or open a parenthesis before it.');
    throw this.unexpected(
      `The statement is complete before ${this.describe()}.`,
      'Put an operator between the two, or start a new line.',
    );
  }

  /** Expressions between commas, up to and with the closing parenthesis; the opening one is read. */
  arguments(): Expression[] {
    const values: Expression[] = [];
    if (this.accept(')')) return values;
    do values.push(parseExpression(this));
    while (this.accept(','));
    this.expect(')', 'Close the parenthesis.');
    return values;
  }

  unexpected(message: string, fix: string): Unreadable {
    const { span, kind } = this.current;
    return new Unreadable(
      kind === 'newline' || kind === 'end' ? { start: span.start, end: span.start } : span,
      message,
      fix,
    );
  }

  describe(): string {
    const token = this.current;
    switch (token.kind) {
      case 'name':
        return `'${token.text}'`;
      case 'number':
        return `the number ${token.value}`;
      case 'symbol':
        return `'${token.text}'`;
      case 'newline':
        return 'the end of the line';
      case 'end':
        return 'the end of the text';
    }
  }
}

const precedence: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 4 };
const unaryPrecedence = 3;

export function parseExpression(reader: Reader): Expression {
  return parseBinary(reader, 1);
}

function operatorAt(reader: Reader): Operator | null {
  const token = reader.current;
  if (token.kind !== 'symbol') return null;
  switch (token.text) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '^':
      return token.text;
    default:
      return null;
  }
}

function parseBinary(reader: Reader, least: number): Expression {
  if (++reader.depth > deepest)
    throw reader.unexpected('This expression is nested too deeply.', 'Give its parts names on lines of their own.');
  let left = parseUnary(reader);
  for (
    let operator = operatorAt(reader);
    operator !== null && precedence[operator] >= least;
    operator = operatorAt(reader)
  ) {
    reader.next();
    if (operator === '*' && reader.sees('*'))
      throw reader.unexpected("'**' means nothing here.", "Write '^' for a power.");
    if (++reader.terms > mostTerms)
      throw reader.unexpected('This statement is too long.', 'Give its parts names on lines of their own.');
    const right = parseBinary(reader, operator === '^' ? unaryPrecedence : precedence[operator] + 1);
    left = { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
  }
  reader.depth--;
  return left;
}

function parseUnary(reader: Reader): Expression {
  const token = reader.current;
  if (!reader.sees('-')) return parsePrimary(reader);
  reader.next();
  const operand = parseBinary(reader, unaryPrecedence);
  return { kind: 'negate', operand, span: { start: token.span.start, end: operand.span.end } };
}

function parsePrimary(reader: Reader): Expression {
  const token = reader.current;
  if (token.kind === 'number') {
    reader.next();
    if (!Number.isFinite(token.value))
      throw new Unreadable(token.span, 'This number is too large.', 'Write a number below 1.8e308.');
    return { kind: 'number', value: token.value, span: token.span };
  }
  if (reader.accept('(')) {
    const inner = parseExpression(reader);
    reader.expect(')', 'Close the parenthesis.');
    return inner;
  }
  if (token.kind !== 'name') {
    const fix = 'Write a number, a name, or a function of them.';
    throw reader.unexpected(`A value is missing before ${reader.describe()}.`, fix);
  }
  reader.next();
  if (reader.accept('(')) {
    const values = reader.arguments();
    return {
      kind: 'call',
      name: token.text,
      arguments: values,
      span: { start: token.span.start, end: reader.lastEnd },
    };
  }
  const indices: Expression[] = [];
  if (reader.accept('[')) {
    do indices.push(parseExpression(reader));
    while (reader.accept(','));
    reader.expect(']', 'Close the bracket.');
  }
  return { kind: 'reference', name: token.text, indices, span: { start: token.span.start, end: reader.lastEnd } };
}
