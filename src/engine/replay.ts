// How a fit settled: R-hat and effective sample size of one quantity after so many draws, and the run that was stopped too early.
import { lectureSettings } from './lecture-run';
import { column } from './draws';
import type { Draws } from './draws';
import type { InquiryPlan } from './inquiry';
import type { RunKey } from './key';
import type { Quality } from './questions';

export interface Settled extends Quality {
  /** Draws a chain. */
  readonly draws: number;
}

const checkpoints = 25;

/** The draws of a parameter without an index, one array a chain. */
export function drawsOf(draws: Draws, name: string): Float64Array[] {
  const element = draws.parameters.elements.indexOf(name);
  if (element < 0) throw new Error(`the model has no ${name}`);
  return column(draws.parameters, element);
}

/** Assesses the first draws of each chain, at evenly spaced numbers of them. */
export function settlingPlan(name: string, chains: readonly Float64Array[]): InquiryPlan<readonly Settled[]> {
  const counts = Array.from({ length: checkpoints }, (_, k) => Math.floor((chains[0].length * (k + 1)) / checkpoints));
  return {
    source: null,
    questions: counts.map((count) => () => ({
      kind: 'assess',
      parameters: {
        variables: [{ name, offset: 0, size: 1 }],
        elements: [name],
        chains: chains.map((chain) => chain.slice(0, count)),
      },
      names: [],
    })),
    conclude: (answers) =>
      answers.map((answer, k) => {
        if (answer.kind !== 'quality') throw new Error(`an answer of kind ${answer.kind} to a question of quality`);
        return { draws: counts[k], ...answer.quality };
      }),
  };
}

/** The same model and seed with far too little warm-up, on the schedule that readers know from Stan, and few draws. */
export function hastyKey(key: RunKey): RunKey {
  return { ...key, settings: { ...lectureSettings, schedule: 'stan', warmup: 20, draws: 50 } };
}
