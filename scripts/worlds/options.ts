// The command line of `worlds`: words in, options or one sentence about what is wrong out.
import { parseArgs } from 'node:util';
import { effectLimits, sizeLimits } from '../../src/engine/worlds/limits';
import type { EffectName, Limits, SizeName } from '../../src/engine/worlds/limits';
import { estimators } from '../../src/engine/worlds/estimators';
import type { Estimator } from '../../src/engine/worlds/estimators';
import type { StudyDesign } from '../../src/engine/worlds/fit-world';

export interface WorldsOptions {
  readonly design: StudyDesign;
  readonly worlds: number;
  /** Null for one a core. */
  readonly workers: number | null;
  readonly output: 'table' | 'csv' | 'json';
}

export type Options =
  | { readonly kind: 'run'; readonly options: WorldsOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

const range = ({ minimum, maximum, value }: Limits): string => `${minimum} to ${maximum} (${value})`;

export const help = `Simulates worlds whose truth is known, fits each with five estimators, and tells how far they are off and how often
their intervals hold the truth. The same seed gives the same numbers here and on the page "Mundlak machines".

  npm run --silent worlds -- [options]

  --worlds N          worlds to simulate and fit (100)
  --seed N            seed of the study, a whole number (1)
  --truth KIND        fixed: the same effects in every world; prior: all parameters drawn from the priors of the latent
                      model, and the world from that model, so that its intervals must cover (fixed)
  --groups N          ${range(sizeLimits.groups)}
  --individuals N     ${range(sizeLimits.individuals)}
  --alpha X           log-odds of the outcome where all else is 0, ${range(effectLimits.alpha)}
  --bXY X             effect of X on Y, ${range(effectLimits.bXY)}
  --bZY X             effect of Z on Y, ${range(effectLimits.bZY)}
  --confound-sd X     standard deviation of the confound, ${range(effectLimits.confoundSd)}
  --to-x X            its effect on X, ${range(effectLimits.toX)}
  --to-y X            its effect on Y, ${range(effectLimits.toY)}
  --rate-tau X        rate of tau's prior, 0.1 to 100 (1)
  --estimators LIST   ${estimators.join(',')} (all)
  --workers N         worlds at a time (one a core)
  --csv               every world as CSV, in place of the table
  --json              one JSON object: summary and worlds
  --help              this text

Exit status: 0; with --truth prior 1 if the latent model's coverage is off by more than 4 standard errors (a faultless
program is called wrong with a probability of about 0.001); 2 when an option is wrong.
`;

const number = { type: 'string' } as const;
const spec = {
  worlds: { type: 'string', default: '100' },
  seed: { type: 'string', default: '1' },
  truth: { type: 'string', default: 'fixed' },
  groups: number,
  individuals: number,
  alpha: number,
  bXY: number,
  bZY: number,
  'confound-sd': number,
  'to-x': number,
  'to-y': number,
  'rate-tau': number,
  estimators: { type: 'string', default: estimators.join(',') },
  workers: number,
  csv: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const optionOf: Readonly<Record<EffectName, keyof typeof spec>> = {
  alpha: 'alpha',
  bXY: 'bXY',
  bZY: 'bZY',
  confoundSd: 'confound-sd',
  toX: 'to-x',
  toY: 'to-y',
};

export function readOptions(words: readonly string[]): Options {
  const parsed = parse(words);
  if (typeof parsed === 'string') return { kind: 'wrong', message: parsed };
  if (parsed.help) return { kind: 'help' };
  const complaints: string[] = [];
  const read = (option: keyof typeof spec, limits: Limits, whole: boolean): number => {
    const text = parsed[option];
    if (typeof text !== 'string') return limits.value;
    const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
    if (!(value >= limits.minimum && value <= limits.maximum) || (whole && !Number.isInteger(value)))
      complaints.push(
        `--${option} takes a ${whole ? 'whole ' : ''}number from ${limits.minimum} to ${limits.maximum}, not ${text}.`,
      );
    return value;
  };
  const whole = (option: keyof typeof spec, minimum: number, maximum: number, value: number): number =>
    read(option, { minimum, maximum, value }, true);
  const size = (name: SizeName): number => read(name, sizeLimits[name], true);
  const effect = (name: EffectName): number => read(optionOf[name], effectLimits[name], false);
  const wanted = estimatorsOf(parsed.estimators);
  if (typeof wanted === 'string') complaints.push(wanted);
  if (parsed.truth !== 'fixed' && parsed.truth !== 'prior')
    complaints.push(`--truth takes fixed or prior, not ${parsed.truth}.`);
  if (parsed.csv && parsed.json) complaints.push('--csv and --json contradict each other.');
  const effects = {
    alpha: effect('alpha'),
    bXY: effect('bXY'),
    bZY: effect('bZY'),
    confoundSd: effect('confoundSd'),
    toX: effect('toX'),
    toY: effect('toY'),
  };
  const options: WorldsOptions = {
    design: {
      size: { groups: size('groups'), individuals: size('individuals') },
      truth: parsed.truth === 'prior' ? { kind: 'prior' } : { kind: 'fixed', effects },
      rateTau: read('rate-tau', { minimum: 0.1, maximum: 100, value: 1 }, false),
      estimators: typeof wanted === 'string' ? [] : wanted,
      seed: whole('seed', 0, Number.MAX_SAFE_INTEGER, 1),
    },
    worlds: whole('worlds', 1, 1_000_000, 100),
    workers: parsed.workers === undefined ? null : whole('workers', 1, 64, 1),
    output: parsed.csv ? 'csv' : parsed.json ? 'json' : 'table',
  };
  if (complaints.length > 0) return { kind: 'wrong', message: complaints.join('\n') };
  return { kind: 'run', options };
}

function parse(words: readonly string[]) {
  try {
    const args = joinNegatives(words);
    const { values, positionals } = parseArgs({ args, options: spec, allowPositionals: true });
    return positionals.length === 0 ? values : `${positionals[0]} is not an option. See --help.`;
  } catch (error) {
    return `${(error instanceof Error ? error.message : String(error)).split('. ')[0]}. See --help.`;
  }
}

/** `--alpha -2` as `--alpha=-2`: a value that begins with a dash would be taken for an option. */
function joinNegatives(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (/^-[\d.]/.test(word) && before?.startsWith('--') === true && !before.includes('='))
      joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** In the order of the chapter. */
function estimatorsOf(text: string): readonly Estimator[] | string {
  const names = text.split(',');
  const unknown = names.find((name) => !estimators.some((estimator) => estimator === name));
  if (unknown !== undefined) return `--estimators takes some of ${estimators.join(',')}, not ${unknown}.`;
  return estimators.filter((estimator) => names.includes(estimator));
}
