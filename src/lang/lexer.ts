// Splits a model text into tokens; comments and blanks disappear, line ends stay.
import type { ErrorList } from './result';
import type { Span } from './tree';

export type Symbol = '~' | '=' | '(' | ')' | '[' | ']' | ',' | '+' | '-' | '*' | '/' | '^';

export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'symbol'; readonly text: Symbol; readonly span: Span }
  | { readonly kind: 'newline'; readonly span: Span }
  | { readonly kind: 'end'; readonly span: Span };

const blank = /[^\S\n]+/y;
const comment = /#[^\n]*/y;
/** ASCII or Greek letters; a digit or an underscore may follow. */
const name = /[A-Za-z\u0370-\u03FF][A-Za-z\u0370-\u03FF0-9_]*/y;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const symbols = '~=()[],+-*/^';

function isSymbol(text: string): text is Symbol {
  return text.length === 1 && symbols.includes(text);
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Always ends with a newline and an end token. Characters that belong to nothing are reported and skipped. */
export function tokenize(text: string, errors: ErrorList): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const skipped = match(blank, text, at) ?? match(comment, text, at);
    if (skipped !== null) {
      at += skipped.length;
      continue;
    }
    const token = tokenAt(text, at);
    if (token !== null) {
      tokens.push(token);
      at = token.span.end;
      continue;
    }
    const end = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    errors.add({ start: at, end }, `'${text.slice(at, end)}' means nothing in this notation.`, strangerFix(text[at]));
    at = end;
  }
  const end = { start: text.length, end: text.length };
  tokens.push({ kind: 'newline', span: end }, { kind: 'end', span: end });
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  if (text[at] === '\n') return { kind: 'newline', span: { start: at, end: at + 1 } };
  const word = match(name, text, at);
  if (word !== null) return { kind: 'name', text: word, span: { start: at, end: at + word.length } };
  const digits = match(number, text, at);
  if (digits !== null) return { kind: 'number', value: Number(digits), span: { start: at, end: at + digits.length } };
  const symbol = text[at];
  return isSymbol(symbol) ? { kind: 'symbol', text: symbol, span: { start: at, end: at + 1 } } : null;
}

function strangerFix(character: string): string {
  switch (character) {
    case '<':
    case '>':
      return "Write '=' to define a quantity and '~' to give it a distribution.";
    case '{':
    case '}':
      return 'There are no loops or blocks: an index in brackets, as in alpha[j], stands for all its values.';
    case ';':
      return 'Put each statement on a line of its own.';
    case '_':
      return 'A name starts with a letter.';
    default:
      return 'Remove it; names are made of letters (also Greek), digits and underscores.';
  }
}
