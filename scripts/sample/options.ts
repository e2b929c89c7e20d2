// The command line of `sample`: words in, options or one sentence about what is wrong out.
import { defaultSettings } from '../../src/sampler/settings';

export const printForms = ['latex', 'stan', 'pymc', 'js', 'graph'] as const;
export type PrintForm = (typeof printForms)[number];

export interface SampleOptions {
  readonly modelFile: string;
  readonly dataFile: string | null;
  readonly knobs: Readonly<Record<string, number>>;
  readonly chains: number;
  readonly warmup: number;
  readonly draws: number;
  readonly seed: number;
  readonly targetAccept: number;
  readonly maxTreeDepth: number;
  readonly noncentered: readonly string[];
  readonly rows: boolean;
  readonly json: boolean;
  readonly csvFile: string | null;
  readonly action: Action;
}

export type Action =
  | { readonly kind: 'sample' }
  | { readonly kind: 'print'; readonly form: PrintForm }
  | { readonly kind: 'prior' }
  | { readonly kind: 'predict' }
  | { readonly kind: 'loo'; readonly name: string }
  /** `refits`: even where quadrature would do. */
  | { readonly kind: 'leave out'; readonly name: string; readonly refits: boolean };

export type Options =
  | { readonly kind: 'run'; readonly options: SampleOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const help = `Draws from the posterior of a model written in the book's notation.

  npm run --silent sample -- MODEL.txt --data DATA.json [options]

MODEL.txt holds the model. DATA.json is one object of numbers and arrays; indices start at 1, as for Stan.
An array of strings is a factor, its levels in order of first appearance. A name of DATA.json that stands
left of a ~ is observed; the others are data. A name given with --set is a knob.

  --data FILE             the data (needed unless the model has none)
  --set NAME=VALUE …      a value for a knob
  --chains N              chains (4)
  --warmup N              warm-up transitions a chain (1000)
  --draws N               draws a chain (1000)
  --seed N                seed, a whole number (1)
  --target-accept P       target acceptance rate, between 0 and 1 (0.8)
  --max-treedepth N       limit on NUTS's tree depth (10)
  --noncentered NAME …    sample these vectors through a raw vector of standard normals
  --rows                  report quantities with one value a row beyond 1,000 rows too
  --json                  print one JSON object in place of the tables
  --csv FILE              write the draws, one row a draw
  --print FORM            print the model as latex, stan, pymc, js or graph, and do not sample
  --prior                 draw parameters and data from the prior, chains times draws of them, and do not sample;
                          DATA gives the sizes
  --predict               also draw each observed variable anew for every draw of the posterior, the other observed
                          variables kept as they are; with --csv as columns
  --loo NAME              also score each row of an observed variable as if it had been left out (PSIS), and say
                          whether the scores may be relied on
  --leave-out NAME        also score each level of an index (all its rows at once) or each row of an observed variable
                          as if it had been left out, exactly: by quadrature where a level has one parameter of its own
                          with a normal prior and at most three others are left, else by sampling again without it
  --refits                with --leave-out: sample again even where quadrature would do
  --help                  this text

--print, --prior, --predict, --loo and --leave-out exclude one another. Intervals are highest-density intervals of 89 %.
The same model, data, options and seed give the same draws, to the bit, on every machine.
Exit status: 0, or 2 when the text, the data or an option is wrong.
`;

interface Draft {
  files: string[];
  values: Map<string, string>;
  sets: string[];
  noncentered: string[];
  flags: Set<string>;
}

const valued = [
  '--data',
  '--chains',
  '--warmup',
  '--draws',
  '--seed',
  '--target-accept',
  '--max-treedepth',
  '--csv',
  '--print',
  '--loo',
  '--leave-out',
];
const flags = ['--rows', '--json', '--prior', '--predict', '--refits', '--help'];

export function readOptions(words: readonly string[]): Options {
  const draft = collect(words);
  if (typeof draft === 'string') return { kind: 'wrong', message: draft };
  if (draft.flags.has('--help')) return { kind: 'help' };
  const checked = check(draft);
  return typeof checked === 'string' ? { kind: 'wrong', message: checked } : { kind: 'run', options: checked };
}

function collect(words: readonly string[]): Draft | string {
  const draft: Draft = { files: [], values: new Map(), sets: [], noncentered: [], flags: new Set() };
  for (let at = 0; at < words.length; at++) {
    const [option, ...joined] = words[at].startsWith('--') ? splitAtEquals(words[at]) : [words[at]];
    const next = (): string | null =>
      joined[0] ?? (at + 1 < words.length && !words[at + 1].startsWith('--') ? words[++at] : null);
    if (!option.startsWith('-')) draft.files.push(option);
    else if (flags.includes(option)) draft.flags.add(option);
    else if (option === '--set' || option === '--noncentered') {
      const list = option === '--set' ? draft.sets : draft.noncentered;
      const wanted = option === '--set' ? /=/ : /^[\p{L}_][\p{L}\p{N}_]*$/u;
      const first = next();
      if (first === null)
        return `${option} needs ${option === '--set' ? 'NAME=VALUE, as in --set sigma=1.5' : 'the name of a vector'}.`;
      list.push(first);
      while (
        joined.length === 0 &&
        at + 1 < words.length &&
        !words[at + 1].startsWith('--') &&
        wanted.test(words[at + 1])
      )
        list.push(words[++at]);
    } else if (valued.includes(option)) {
      const value = next();
      if (value === null) return `${option} needs a value. See --help.`;
      draft.values.set(option, value);
    } else return `There is no option ${option}. See --help for the options there are.`;
  }
  return draft;
}

function splitAtEquals(word: string): string[] {
  const at = word.indexOf('=');
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function check(draft: Draft): SampleOptions | string {
  if (draft.files.length === 0)
    return 'Name the file that holds the model: sample MODEL.txt --data DATA.json. See --help.';
  if (draft.files.length > 1) return `Name one model file; these are ${draft.files.length}: ${draft.files.join(', ')}.`;
  const knobs: Record<string, number> = {};
  for (const set of draft.sets) {
    const at = set.indexOf('=');
    const value = Number(set.slice(at + 1));
    if (at < 1 || set.slice(at + 1).trim() === '' || !Number.isFinite(value))
      return `--set ${set} cannot be read; write NAME=VALUE with a number, as in --set sigma=1.5.`;
    knobs[set.slice(0, at)] = value;
  }
  const wrong: string[] = [];
  const whole = (option: string, fallback: number, minimum: number, maximum: number): number => {
    const text = draft.values.get(option);
    if (text === undefined) return fallback;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= minimum && value <= maximum))
      wrong.push(`${option} takes a whole number from ${minimum} to ${maximum}, not ${text}.`);
    return value;
  };
  const acceptText = draft.values.get('--target-accept');
  const targetAccept = acceptText === undefined ? defaultSettings.targetAccept : Number(acceptText);
  if (!(targetAccept > 0 && targetAccept < 1))
    wrong.push(`--target-accept takes a number between 0 and 1, not ${acceptText}.`);
  const action = actionOf(draft);
  if (typeof action === 'string') return action;
  const options: SampleOptions = {
    modelFile: draft.files[0],
    dataFile: draft.values.get('--data') ?? null,
    knobs,
    chains: whole('--chains', 4, 1, 64),
    warmup: whole('--warmup', defaultSettings.warmup, 0, 1_000_000),
    draws: whole('--draws', defaultSettings.draws, 1, 1_000_000),
    seed: whole('--seed', 1, 0, Number.MAX_SAFE_INTEGER),
    targetAccept,
    maxTreeDepth: whole('--max-treedepth', 10, 1, 20),
    noncentered: draft.noncentered,
    rows: draft.flags.has('--rows'),
    json: draft.flags.has('--json'),
    csvFile: draft.values.get('--csv') ?? null,
    action,
  };
  return wrong.length > 0 ? wrong.join('\n') : options;
}

function actionOf(draft: Draft): Action | string {
  const form = draft.values.get('--print');
  const loo = draft.values.get('--loo');
  const leftOut = draft.values.get('--leave-out');
  const [prior, predict, refits] = ['--prior', '--predict', '--refits'].map((flag) => draft.flags.has(flag));
  const asked = [form !== undefined, loo !== undefined, leftOut !== undefined, prior, predict];
  if (asked.filter(Boolean).length > 1)
    return 'Ask for one of --print, --prior, --predict, --loo and --leave-out at a time.';
  if (refits && leftOut === undefined) return '--refits says how to --leave-out NAME, which is missing.';
  if (form !== undefined) {
    const known = printForms.find((candidate) => candidate === form);
    return known === undefined
      ? `--print takes ${printForms.join(', ')}, not ${form}.`
      : { kind: 'print', form: known };
  }
  if (loo !== undefined) return { kind: 'loo', name: loo };
  if (leftOut !== undefined) return { kind: 'leave out', name: leftOut, refits };
  if (prior) return { kind: 'prior' };
  if (predict) return { kind: 'predict' };
  return { kind: 'sample' };
}
