// A model's text with the spaces of the book: the same tokens, comments and lines.
import { tokenize } from '../../lang/lexer';
import type { Token } from '../../lang/lexer';
import { ErrorList } from '../../lang/result';

const spaced = new Set(['~', '=', '+', '-', '*', '/']);
/** After these a minus is a sign. */
const signAfter = new Set(['(', '[', ',', '~', '=', '+', '-', '*', '/', '^']);

/** A text with characters that mean nothing is left as it is. Formatting twice changes nothing more. */
export function formatModel(text: string): string {
  const lines: string[] = [];
  let depth = 0;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const at = line.indexOf('#');
    const comment = at < 0 ? '' : line.slice(at).trimEnd();
    const code = at < 0 ? line : line.slice(0, at);
    const errors = new ErrorList(code);
    const tokens = tokenize(code, errors).filter(({ kind }) => kind !== 'newline' && kind !== 'end');
    if (!errors.empty) return text;
    const written = writeLine(tokens, code);
    const indent = depth > 0 && written !== '' ? '    ' : '';
    lines.push(`${indent}${written}${written !== '' && comment !== '' ? '  ' : ''}${comment}`);
    for (const token of tokens) if (token.kind === 'symbol') depth = Math.max(0, depth + step(token.text));
  }
  const joined = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return joined === '' ? '' : `${joined}\n`;
}

function writeLine(tokens: readonly Token[], code: string): string {
  let out = '';
  let before: Token | undefined;
  for (const token of tokens) {
    const own = code.slice(token.span.start, token.span.end);
    if (token.kind !== 'symbol') out += before !== undefined && before.kind !== 'symbol' ? ` ${own}` : own;
    else if (token.text === ',') out += ', ';
    else if (spaced.has(token.text) && !isSign(token.text, before)) out += ` ${own} `;
    else out += own;
    before = token;
  }
  return out.replace(/ {2,}/g, ' ').trim();
}

function isSign(symbol: string, before: Token | undefined): boolean {
  return symbol === '-' && (before === undefined || (before.kind === 'symbol' && signAfter.has(before.text)));
}

function step(symbol: string): number {
  if (symbol === '(' || symbol === '[') return 1;
  return symbol === ')' || symbol === ']' ? -1 : 0;
}
