// The command line of `calibrate`: words in, options or one sentence about what is wrong out.
import { parseArgs } from 'node:util';
import { lectureModels } from '../../src/models';
import type { LectureModel } from '../../src/models';
import type { MetricKind } from '../../src/sampler/settings';
import type { Form } from './form';
import { keptDraws } from './uniformity';

export interface CalibrateOptions {
  readonly model: LectureModel;
  readonly knobs: Readonly<Record<string, number>>;
  readonly simulations: number;
  readonly seed: number;
  readonly warmup: number;
  readonly thin: number;
  /** Null for the lecture's. */
  readonly metric: MetricKind | null;
  readonly form: Form;
  /** Null for one a core. */
  readonly workers: number | null;
  readonly falseAlarm: number;
  readonly json: boolean;
}

export type Options =
  | { readonly kind: 'run'; readonly options: CalibrateOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const chains = 2;
/** A fit that is not good yet goes on, up to so many times its draws. */
export const mostParts = 10;
const metrics: readonly MetricKind[] = ['diagonal', 'low-rank', 'dense'];

function listOf(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const last = lines[lines.length - 1];
    if (last.length + name.length > 110) lines.push(`  ${name}`);
    else lines[lines.length - 1] = last === '' ? `  ${name}` : `${last}, ${name}`;
  }
  return lines.join('\n');
}

export const help = `Simulation-based calibration: draws parameters and data from a model many times, fits each, and asks whether
the true values rank uniformly among the posterior's draws. If they do not, density, simulator or sampler is wrong.

  npm run --silent calibrate -- MODEL [options]

MODEL is a model of the lecture:

${listOf([...lectureModels.keys()])}

  --simulations N     worlds to draw and fit (200)
  --seed N            seed, a whole number (1)
  --warmup N          warm-up transitions a chain; there are ${chains} chains (500)
  --thin N            transitions a draw that is ranked; ${keptDraws} draws are, over all chains (10); a fit with an
                      R-hat of 1.05 or fewer than ${2 * keptDraws} effective draws goes on, up to ${mostParts} times as long
  --set NAME=VALUE    a value for a knob; may be repeated
  --centered          sample the text as it is written; without this, a vector whose scale is sampled too is
                      sampled through a raw vector of standard normals: some worlds of the prior have scales near
                      zero, where the centred form is a funnel, whose bias hides what calibration is to find
  --noncentered NAME  sample this vector through a raw vector, and no other; may be repeated
  --metric KIND       ${metrics.join(', ')} (the lecture's for the model)
  --workers N         fits at a time (one a core)
  --false-alarm P     probability that a faultless model is called wrong (0.01)
  --json              print one JSON object, ranks included, in place of the table
  --help              this text

Exit status: 0 if the ranks are uniform, 1 if not, 2 when an option is wrong.
`;

const spec = {
  simulations: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
  warmup: { type: 'string', default: '500' },
  thin: { type: 'string', default: '10' },
  set: { type: 'string', multiple: true },
  noncentered: { type: 'string', multiple: true },
  centered: { type: 'boolean', default: false },
  metric: { type: 'string' },
  workers: { type: 'string' },
  'false-alarm': { type: 'string', default: '0.01' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

export function readOptions(words: readonly string[]): Options {
  const wrong = (message: string): Options => ({ kind: 'wrong', message });
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (positionals.length !== 1) return wrong('Name one model of the lecture. See --help.');
  const model = lectureModels.get(positionals[0]);
  if (model === undefined)
    return wrong(`The lecture has no model ${positionals[0]}; it has ${[...lectureModels.keys()].join(', ')}.`);
  const knobs = readKnobs(model, values.set ?? []);
  if (typeof knobs === 'string') return wrong(knobs);
  const numbers = readNumbers(values);
  if (typeof numbers === 'string') return wrong(numbers);
  const form = readForm(values.centered, values.noncentered ?? []);
  if (typeof form === 'string') return wrong(form);
  const metric = metrics.find((kind) => kind === values.metric) ?? null;
  if (metric === null && values.metric !== undefined)
    return wrong(`--metric takes one of ${metrics.join(', ')}, not ${values.metric}.`);
  return { kind: 'run', options: { model, knobs, ...numbers, form, metric, json: values.json } };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: spec, allowPositionals: true });
  } catch (error) {
    return `${(error instanceof Error ? error.message : String(error)).split('. ')[0]}. See --help.`;
  }
}

function readForm(centered: boolean, names: readonly string[]): Form | string {
  if (centered && names.length > 0) return '--centered and --noncentered contradict each other.';
  if (centered) return { kind: 'as written' };
  return names.length > 0 ? { kind: 'chosen', names } : { kind: 'without funnels' };
}

function readKnobs(model: LectureModel, sets: readonly string[]): Record<string, number> | string {
  const names = model.roles.knobs.map(({ name }) => name);
  const knobs: Record<string, number> = {};
  for (const set of sets) {
    const [name, text = ''] = set.split(/=(.*)/s);
    if (!names.includes(name)) return `${model.id} has no knob ${name}; it has ${names.join(', ') || 'none'}.`;
    if (text.trim() === '' || !Number.isFinite(Number(text))) return `--set ${set} wants a number, as in ${name}=1.`;
    knobs[name] = Number(text);
  }
  return knobs;
}

type NumberNames = 'simulations' | 'seed' | 'warmup' | 'thin' | 'false-alarm' | 'workers';

function readNumbers(
  texts: Readonly<Record<Exclude<NumberNames, 'workers'>, string>> & { readonly workers?: string },
): Pick<CalibrateOptions, 'simulations' | 'seed' | 'warmup' | 'thin' | 'falseAlarm' | 'workers'> | string {
  const wrong: string[] = [];
  const whole = (name: NumberNames, minimum: number, maximum: number): number => {
    const text = texts[name] ?? '';
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= minimum && value <= maximum))
      wrong.push(`--${name} takes a whole number from ${minimum} to ${maximum}, not ${text}.`);
    return value;
  };
  const falseAlarm = Number(texts['false-alarm']);
  if (!(falseAlarm > 0 && falseAlarm < 1)) wrong.push('--false-alarm takes a number between 0 and 1.');
  const numbers = {
    // Fewer would leave chi-square's bins too thin.
    simulations: whole('simulations', 50, 100_000),
    seed: whole('seed', 0, Number.MAX_SAFE_INTEGER),
    warmup: whole('warmup', 0, 1_000_000),
    thin: whole('thin', 1, 10_000),
    falseAlarm,
    workers: texts.workers === undefined ? null : whole('workers', 1, 64),
  };
  return wrong.length > 0 ? wrong.join('\n') : numbers;
}
