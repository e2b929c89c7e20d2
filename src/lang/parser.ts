// Reads a model text into its tree, reporting every statement that cannot be read.
import { parseExpression, Reader, Unreadable } from './expression-parser';
import type { ErrorList as Errors, Result } from './result';
import { ErrorList, failure, success } from './result';
import { tokenize } from './lexer';
import type { Token } from './lexer';
import type { Declaration, Letter, Link, Program, Statement } from './tree';

/** What could be read of a text, and what was wrong with the rest. */
export interface Reading {
  readonly program: Program;
  readonly errors: Errors;
}

/** The tree of a text, or every error of form in it. */
export function parse(text: string): Result<Program> {
  const { program, errors } = readProgram(text);
  return errors.empty ? success(program) : failure(errors.errors);
}

export function readProgram(text: string): Reading {
  const errors = new ErrorList(text);
  const tokens = tokenize(text, errors);
  const statements: Statement[] = [];
  let at = 0;
  while (tokens[at].kind !== 'end') {
    if (tokens[at].kind === 'newline') {
      at++;
      continue;
    }
    const reader = new Reader(tokens, at);
    try {
      statements.push(parseStatement(reader));
      at = reader.at;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      errors.add(error.span, error.message, error.fix);
      at = nextStatement(tokens, at);
    }
  }
  if (statements.length === 0 && errors.empty) {
    errors.add({ start: 0, end: 0 }, 'The model is empty.', 'Write a first line, such as y[i] ~ Normal(mu, sigma).');
  }
  return { program: { text, statements }, errors };
}

/** The next line with a relation in it: a broken statement may have run over several lines. */
function nextStatement(tokens: readonly Token[], from: number): number {
  let lineStart = afterLine(tokens, from);
  for (let at = lineStart; tokens[at].kind !== 'end'; at++) {
    const token = tokens[at];
    if (token.kind === 'newline') lineStart = at + 1;
    else if (token.kind === 'symbol' && (token.text === '~' || token.text === '=')) return lineStart;
  }
  return tokens.length - 1;
}

function afterLine(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at].kind !== 'newline' && tokens[at].kind !== 'end') at++;
  return tokens[at].kind === 'end' ? at : at + 1;
}

function parseStatement(reader: Reader): Statement {
  const start = reader.current.span.start;
  const link = parseLink(reader);
  if (link !== null) {
    const target = parseDeclaration(reader);
    reader.expect(')', 'Close the parenthesis: logit(p[i]) = ….');
    if (reader.sees('~'))
      throw new Unreadable(
        reader.current.span,
        'A distribution belongs to a name, not to a function of one.',
        'Put the name alone on the left of ~.',
      );
    reader.expect('=', "After the link and its name comes '='.");
    return finishDefinition(reader, link, target, start);
  }
  const targets = [parseDeclaration(reader)];
  while (reader.accept(',')) targets.push(parseDeclaration(reader));
  if (reader.sees('=')) {
    if (targets.length > 1)
      throw new Unreadable(targets[1].span, "Only one name can stand on the left of '='.", 'Write one line for each.');
    reader.next();
    if (reader.sees('=')) throw new Unreadable(reader.current.span, "'==' means nothing here.", "Write a single '='.");
    return finishDefinition(reader, null, targets[0], start);
  }
  reader.expect('~', "After the name comes '~' and a distribution, or '=' and an expression.");
  return finishDraw(reader, targets, start);
}

/** `logit(` or `log(` at the start of a line. */
function parseLink(reader: Reader): Link | null {
  const token = reader.current;
  if (token.kind !== 'name' || !reader.follows('(')) return null;
  if (token.text !== 'logit' && token.text !== 'log') {
    const fix = 'On the left stands a name, or logit(name) or log(name).';
    throw new Unreadable(token.span, `${token.text}(…) cannot stand at the start of a line.`, fix);
  }
  reader.next();
  reader.next();
  return token.text;
}

function parseDeclaration(reader: Reader): Declaration {
  const name = reader.expectName('A line starts with the name that it is about.');
  const letters: Letter[] = [];
  let end = name.span.end;
  if (reader.accept('[')) {
    do {
      const letter = reader.expectName('On the left an index is a letter, which stands for all its values: alpha[j].');
      if (letters.some((other) => other.name === letter.text))
        throw new Unreadable(
          letter.span,
          `The letter ${letter.text} is used twice.`,
          'Give each index a letter of its own.',
        );
      letters.push({ name: letter.text, span: letter.span });
      if (reader.sees('['))
        throw new Unreadable(
          reader.current.span,
          'On the left an index is a plain letter.',
          `Write ${name.text}[j]: its values are read by ${letter.text}[i] on the right of another line.`,
        );
    } while (reader.accept(','));
    end = reader.expect(']', 'Close the bracket.').end;
  }
  return { name: name.text, letters, span: { start: name.span.start, end } };
}

function finishDefinition(reader: Reader, link: Link | null, target: Declaration, start: number): Statement {
  const value = parseExpression(reader);
  const end = reader.lastEnd;
  reader.expectLineEnd();
  return { kind: 'define', link, target, value, span: { start, end } };
}

function finishDraw(reader: Reader, targets: Declaration[], start: number): Statement {
  const distribution = reader.expectName('After ~ comes a distribution, such as Normal(0, 1).');
  reader.expect('(', `Give ${distribution.text} its arguments in parentheses.`);
  const values = reader.arguments();
  const end = reader.lastEnd;
  reader.expectLineEnd();
  const distributionSpan = distribution.span;
  return {
    kind: 'draw',
    targets,
    distribution: distribution.text,
    distributionSpan,
    arguments: values,
    span: { start, end },
  };
}
