// The options of `npm run bench`.
import { caseIds, defaultCases } from './cases';

/** 'full': what docs/performance.md shows. 'quick': short chains, to see whether a change helps. */
export type Effort = 'full' | 'quick';

export interface BenchOptions {
  readonly models: readonly string[];
  readonly effort: Effort;
  readonly json: boolean;
}

export type Options =
  | { readonly kind: 'run'; readonly options: BenchOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const help = `Measures the sampler: CPU time on one thread, medians over repeats.

  npm run bench -- [options]
  npm run --silent bench -- --json

  --models ID[,ID …]  measure these (default: ${defaultCases.join(', ')})
  --quick             200 warm-up transitions and 200 draws, two repeats: for ratios between gradients, not for mixing
  --json              print one JSON object in place of the tables
  --help              this text

Models: ${caseIds.join(', ')}.
An ID that ends in -x10 has ten times the rows. For frogs, mundlak-latent and trolley-full, the same gradient written
by hand with Math.exp and Math.log1p (the "naive gradient") is timed in turn with the compiled one: ratios to it hold
from machine to machine, and on a busy one, where nanoseconds do not.
`;

export function readOptions(words: readonly string[]): Options {
  const models: string[] = [];
  let effort: Effort = 'full';
  let json = false;
  for (let at = 0; at < words.length; at++) {
    const [option, joined] = words[at].split('=', 2);
    if (option === '--help') return { kind: 'help' };
    else if (option === '--quick') effort = 'quick';
    else if (option === '--json') json = true;
    else if (option === '--models') {
      const list = joined ?? words[++at];
      if (list === undefined) return { kind: 'wrong', message: '--models needs the names of models.' };
      models.push(...list.split(',').filter((id) => id !== ''));
      while (at + 1 < words.length && !words[at + 1].startsWith('--')) models.push(words[++at]);
    } else return { kind: 'wrong', message: `There is no option ${option}.` };
  }
  const unknown = models.find((id) => !caseIds.includes(id));
  if (unknown !== undefined) return { kind: 'wrong', message: `There is no model ${unknown} to measure.` };
  return { kind: 'run', options: { models: models.length === 0 ? defaultCases : models, effort, json } };
}
