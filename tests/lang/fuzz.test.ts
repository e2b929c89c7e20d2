// Random edits of valid models: whatever a reader types, the answer is a model or errors with a place.
import { describe, expect, test } from 'vitest';
import { bind } from '../../src/lang/bind';
import type { BoundModel } from '../../src/lang/bind';
import { compile } from '../../src/lang/compile/compile';
import { compileSimulator } from '../../src/lang/compile/simulate';
import { guessRoles } from '../../src/lang/roles';
import { parse } from '../../src/lang/parser';
import { readModel } from '../../src/lang/resolve';
import { formatErrors } from '../../src/lang/result';
import type { LanguageError } from '../../src/lang/result';
import { randomStream } from '../../src/math/random';
import type { Random } from '../../src/math/random';
import { testModels } from './models';

const snippets = [
  '~', '=', '(', ')', '[', ']', ',', '+', '-', '*', '/', '^', '#', '\n', '\n\n', ' ', '\t', '\r\n', '.', '..', '1', '0', '-1', '1e9', '1e400', '0.5', '[0]', '[i]', '[j, k]', '[g[i]]',
  'x', 'α', 'alpha', 'sigma', 'i', 'j', 'Normal(0, 1)', 'Normal', 'Uniform(1, 0)', 'OrderedLogit(x, y)', 'logit(', 'log(p) = 1', 'exp(', 'sum(x)', 'mean(', 'a ~ Normal(b, 1)\nb ~ Normal(a, 1)',
  '<-', '==', '**', '@', '"', "'", '{', '}', ';', '∑', '😀', '\u0000', '__proto__', 'constructor', 'toString', '((((((((', '))))', '-'.repeat(80), '('.repeat(200), 'a + '.repeat(500),
]; // prettier-ignore

function edit(text: string, random: Random): string {
  let edited = text;
  const edits = 1 + random.integer(3);
  for (let k = 0; k < edits; k++) {
    const at = random.integer(edited.length + 1);
    const length = random.integer(12);
    const other = random.integer(edited.length + 1);
    const snippet = snippets[random.integer(snippets.length)];
    switch (random.integer(6)) {
      case 0:
        edited = edited.slice(0, at) + edited.slice(at + length);
        break;
      case 1:
        edited = edited.slice(0, at) + snippet + edited.slice(at);
        break;
      case 2:
        edited = edited.slice(0, at) + edited.slice(other, other + length) + edited.slice(at);
        break;
      case 3:
        edited = edited.slice(0, at) + String.fromCharCode(32 + random.integer(95)) + edited.slice(at + 1);
        break;
      case 4:
        edited = edited.slice(0, at) + snippet + edited.slice(at + length);
        break;
      default: {
        const lines = edited.split('\n');
        const [line] = lines.splice(random.integer(lines.length), 1);
        lines.splice(random.integer(lines.length + 1), 0, line, ...(random.integer(4) === 0 ? [line] : []));
        edited = lines.join('\n');
      }
    }
  }
  return edited;
}

/** What is wrong with the answer to a text; null when all is well. */
function fault(text: string, errors: readonly LanguageError[]): string | null {
  if (errors.length === 0) return 'failed without an error';
  const lines = text.split('\n');
  for (const { span, line, column, message, fix } of errors) {
    if (span === null || span.start < 0 || span.end < span.start || span.end > text.length)
      return `no place: ${message}`;
    if (line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length + 1)
      return `line ${line}, column ${column}: ${message}`;
    if (!/[.?]$/.test(message) || !/[.?…)]$/.test(fix)) return `no sentence: ${message} / ${fix}`;
  }
  return formatErrors(text, errors) === '' ? 'nothing to show' : null;
}

/** Runs every generated function once. */
function runAll(bound: BoundModel): void {
  const compiled = compile(bound);
  const { logDensity, constrain, unconstrain, deterministics } = compiled.instantiate();
  const [position, gradient, values] = [0.1, 0, 0].map((x) => new Float64Array(compiled.dimension).fill(x));
  const size = (parts: readonly { readonly size: number }[]): number => parts.reduce((sum, part) => sum + part.size, 0);
  if (Number.isNaN(logDensity(position, gradient))) throw new Error('a density of NaN');
  constrain(position, values);
  deterministics(position, new Float64Array(size(compiled.deterministics)));
  const simulator = compileSimulator(bound);
  const instance = simulator.instantiate();
  const outcomes = new Float64Array(size(simulator.outcomes));
  instance.predict(randomStream(1), values, outcomes);
  instance.predictJoint(randomStream(1), values, outcomes);
  for (const { name, cells } of simulator.pointwise) instance.logLikelihood[name](values, new Float64Array(cells));
  instance.prior(randomStream(1), values, outcomes);
  unconstrain(values, position);
}

/** Generous, for machines that do other things too. */
const timeout = 120_000;

const batches = 10;
const cases = 2000;

describe.each(Array.from({ length: batches }, (_, batch) => batch))('batch %i of random edits', (batch) => {
  test(`${cases} texts`, { timeout }, () => {
    const random = randomStream(20261123, batch);
    const outcomes = { models: 0, bound: 0, refused: 0 };
    for (let k = 0; k < cases; k++) {
      const model = testModels[random.integer(testModels.length)];
      const text = edit(model.text, random);
      const answer = readModel(text, model.roles);
      if (!answer.ok) {
        expect({ text, fault: fault(text, answer.errors) }).toEqual({ text, fault: null });
        outcomes.refused++;
        continue;
      }
      outcomes.models++;
      const bound = bind(answer.value, model.data);
      if (!bound.ok) {
        expect({ text, fault: fault(text, bound.errors) }).toEqual({ text, fault: null });
        continue;
      }
      outcomes.bound++;
      if (outcomes.bound % 4 !== 0) continue;
      runAll(bound.value);
    }
    // The edits must reach every stage for the test to mean anything.
    expect(Math.min(outcomes.models, outcomes.bound, outcomes.refused)).toBeGreaterThan(cases / 20);
  });
});

test('guessed roles take any text too', { timeout }, () => {
  const random = randomStream(7);
  for (let k = 0; k < 1000; k++) {
    const model = testModels[random.integer(testModels.length)];
    const text = edit(model.text, random);
    const program = parse(text);
    if (!program.ok) continue;
    const roles = guessRoles(program.value, Object.keys(model.data), {});
    const answer = readModel(text, roles);
    if (!answer.ok) expect({ text, fault: fault(text, answer.errors) }).toEqual({ text, fault: null });
  }
});
