// Centred to non-centred and back, on the text: what the reader sees is what is sampled.
import type { Model, ModelStatement, Roles } from './model';
import { parse } from './parser';
import { resolve } from './resolve';
import { ErrorList, failure } from './result';
import type { Result } from './result';
import type { Expression, Span } from './tree';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;
type Define = Extract<ModelStatement, { kind: 'define' }>;

/** The name of the raw vector of a non-centred parameter. */
export function rawName(name: string): string {
  return `${name}_z`;
}

/**
 * Replaces the prior `name ~ Normal(m, s)` (or StudentT, Cauchy, Laplace) by `name = m + name_z * s` and `name_z ~ Normal(0, 1)`.
 * Blanks and comments stay, so that `centered` gives the same text back. Errors: no such parameter, or a prior that has no such form.
 */
export function noncentered(model: Model, name: string): Result<Model> {
  const { text } = model.program;
  const errors = new ErrorList(text);
  const statement = priorOf(model, name, errors);
  if (statement === null) return failure(errors.errors);
  const form = statement.distribution.locationScale;
  const target = targetOf(model, statement);
  if (form === null || target === null) return failure(errors.errors);
  const pieces = argumentTexts(text, statement.span);
  const piece = (argument: string): string =>
    pieces[statement.distribution.arguments.findIndex((other) => other.name === argument)].trim();
  const left = text.slice(statement.span.start, target.end);
  const raw = `${rawName(name)}${text.slice(target.start + name.length, target.end)}`;
  const opening = openingOf(text, statement.span);
  const between = text
    .slice(target.end, opening)
    .replace('~', '=')
    .replace(/[^\s=]+/, '');
  const location = piece(form.location);
  const shifted = location === '0' ? '' : `${keepTogether(location)} + `;
  // The blanks of the arguments stay in the raw prior, where the way back finds them.
  const rest = statement.distribution.arguments.map((argument, k) =>
    argument.name === form.location
      ? around(pieces[k], '0')
      : argument.name === form.scale
        ? around(pieces[k], '1')
        : pieces[k],
  );
  const prior = `${raw} ~ ${statement.distribution.name}(${rest.join(',')})`;
  const defined = `${left}${between}${shifted}${raw} * ${wrapScale(piece(form.scale), argumentNamed(statement, form.scale))}`;
  return reread(model.roles, splice(text, statement.span, `${defined}\n${prior}`));
}

/** The inverse of `noncentered`. Errors: `name` is not defined in that form. */
export function centered(model: Model, name: string): Result<Model> {
  const { text } = model.program;
  const errors = new ErrorList(text);
  const define = model.statements.find(
    (statement): statement is Define => statement.kind === 'define' && statement.name === name,
  );
  const prior = model.statements.find(
    (statement): statement is Draw => statement.kind === 'draw' && statement.name === rawName(name),
  );
  const form = prior?.distribution.locationScale ?? null;
  const parts = define === undefined || define.link !== null ? null : shiftedScaled(define.value, rawName(name));
  if (define === undefined || prior === undefined || form === null || parts === null || !isStandard(prior)) {
    const span = model.symbols.get(name)?.span ?? null;
    errors.add(
      span,
      `${name} is not in the non-centred form.`,
      `That form is ${name} = m + ${rawName(name)} * s with ${rawName(name)} ~ Normal(0, 1).`,
    );
    return failure(errors.errors);
  }
  const target = targetOf(model, define);
  const rawTarget = targetOf(model, prior);
  if (target === null || rawTarget === null) return failure(errors.errors);
  const equals = text.indexOf('=', target.end);
  const before = text.slice(target.end, equals);
  const body = text.slice(equals + 1, define.span.end);
  const star = body.lastIndexOf('*', parts.scale.start - equals - 1);
  const rawAt = body.lastIndexOf(rawName(name), star);
  const gap = /^\s*/.exec(body)?.[0] ?? '';
  const location = parts.location === null ? '0' : letGo(body.slice(0, body.lastIndexOf('+', rawAt)).trim());
  const scale = letGoScale(body.slice(star + 1).trim());
  const restored = argumentTexts(text, prior.span).map((piece, k) => {
    const { name: argument } = prior.distribution.arguments[k];
    return argument === form.location
      ? around(piece, location)
      : argument === form.scale
        ? around(piece, scale)
        : piece;
  });
  const line = `${text.slice(define.span.start, target.end)}${before}~${gap}${prior.distribution.name}(${restored.join(',')})`;
  const without = removeLine(text, prior.span);
  const shift = prior.span.start < define.span.start ? without.removed : 0;
  return reread(
    model.roles,
    splice(without.text, { start: define.span.start - shift, end: define.span.end - shift }, line),
  );
}

function priorOf(model: Model, name: string, errors: ErrorList): Draw | null {
  const symbol = model.symbols.get(name);
  const statement = model.statements.find((candidate) => candidate.name === name);
  const span = symbol?.span ?? null;
  if (symbol?.role !== 'parameter' || statement?.kind !== 'draw') {
    errors.add(span, `${name} is not a parameter of this model.`, 'Name a parameter with a prior of its own.');
    return null;
  }
  if (statement.distribution.locationScale === null || symbol.constraint.kind !== 'real') {
    const message =
      symbol.constraint.kind === 'ordered'
        ? `${name} is ordered`
        : `${statement.distribution.name} is not a location and a scale`;
    errors.add(
      span,
      `${message}, so ${name} has no non-centred form.`,
      'That form exists for Normal, StudentT, Cauchy and Laplace priors.',
    );
    return null;
  }
  if (
    model.program.statements.some(
      (other) =>
        other.kind === 'draw' && other.targets.length > 1 && other.targets.some((target) => target.name === name),
    )
  ) {
    errors.add(span, `${name} shares its line with other names.`, `Give ${name} a line of its own.`);
    return null;
  }
  const { text } = model.program;
  if (text.slice(statement.span.start, statement.span.end).includes('#')) {
    errors.add(span, `A comment stands inside the line of ${name}.`, 'Move the comment to the end of the line.');
    return null;
  }
  if (model.symbols.has(rawName(name))) {
    errors.add(
      span,
      `The raw form of ${name} would be called ${rawName(name)}, which is taken.`,
      `Rename ${rawName(name)}.`,
    );
    return null;
  }
  return statement;
}

/** The span of the name with its letters on the left. */
function targetOf(model: Model, statement: ModelStatement): Span | null {
  for (const { span, ...other } of model.program.statements) {
    if (span.start !== statement.span.start) continue;
    const targets = other.kind === 'draw' ? other.targets : [other.target];
    return targets.find((target) => target.name === statement.name)?.span ?? null;
  }
  return null;
}

function argumentNamed(statement: Draw, name: string): Expression {
  return statement.arguments[statement.distribution.arguments.findIndex((argument) => argument.name === name)];
}

/** The location and scale of `m + raw * s` or `raw * s`. */
function shiftedScaled(value: Expression, raw: string): { location: Expression | null; scale: Span } | null {
  const product = value.kind === 'binary' && value.operator === '+' ? value.right : value;
  const location = value.kind === 'binary' && value.operator === '+' ? value.left : null;
  if (product.kind !== 'binary' || product.operator !== '*') return null;
  if (product.left.kind !== 'reference' || product.left.name !== raw) return null;
  return { location, scale: product.right.span };
}

function isStandard({ distribution, arguments: values }: Draw): boolean {
  const at = (name: string | undefined): Expression | undefined =>
    values[distribution.arguments.findIndex((argument) => argument.name === name)];
  const location = at(distribution.locationScale?.location);
  const scale = at(distribution.locationScale?.scale);
  return location?.kind === 'number' && location.value === 0 && scale?.kind === 'number' && scale.value === 1;
}

/** Where the parenthesis of the distribution opens. */
function openingOf(text: string, span: Span): number {
  return text.indexOf('(', text.indexOf('~', span.start));
}

/** The texts between the commas of a draw, blanks included. */
function argumentTexts(text: string, span: Span): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = openingOf(text, span) + 1;
  for (let at = from; at < span.end; at++) {
    const character = text[at];
    if (character === '#') at = Math.max(at, text.indexOf('\n', at));
    if (character === '(' || character === '[') depth++;
    if (depth === 0 && (character === ',' || character === ')')) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
    if (character === ')' || character === ']') depth--;
  }
  return pieces;
}

/** `value` with the blanks that `piece` has around it. */
function around(piece: string, value: string): string {
  const text = piece.trim();
  const at = piece.indexOf(text);
  return piece.slice(0, at) + value + piece.slice(at + text.length);
}

/** A location that runs over a line end needs parentheses to stay one expression. */
function keepTogether(location: string): string {
  return location.includes('\n') ? `(${location})` : location;
}

function letGo(location: string): string {
  return location.includes('\n') ? location.replace(/^\(([\s\S]*)\)$/, '$1') : location;
}

/** A scale behind `*`: in parentheses unless it is a number, a name or a call. */
function wrapScale(text: string, scale: Expression): string {
  const simple = scale.kind === 'reference' || scale.kind === 'number' || scale.kind === 'call';
  return simple && !text.startsWith('(') && !text.includes('\n') ? text : `(${text})`;
}

function letGoScale(text: string): string {
  return text.startsWith('(') ? text.slice(1, -1) : text;
}

function splice(text: string, span: Span, by: string): string {
  return text.slice(0, span.start) + by + text.slice(span.end);
}

/** Takes a statement out with the line end before it. */
function removeLine(text: string, span: Span): { text: string; removed: number } {
  const start = text.lastIndexOf('\n', span.start - 1);
  const from = start < 0 ? 0 : start;
  return { text: text.slice(0, from) + text.slice(span.end), removed: span.end - from };
}

function reread(roles: Roles, text: string): Result<Model> {
  const program = parse(text);
  return program.ok ? resolve(program.value, roles) : program;
}
