// Simulated draws by the pool: from the prior, and posterior predictive data for the draws of a run.
import type { Block, Draws } from './draws';
import type { InquiryPlan } from './inquiry';
import type { ModelSource, RunKey } from './key';
import type { Answer, Simulated } from './questions';

/** One entry of `chains` a chain: `values[draw * elements.length + element]`. */
export type SimulatedBlock = Pick<Block, 'elements' | 'chains'>;

export interface PriorDraws {
  readonly parameters: SimulatedBlock;
  /** Observed variables. */
  readonly outcomes: SimulatedBlock;
}

export interface PriorRequest {
  readonly source: ModelSource;
  readonly knobs: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly chains: number;
  /** A chain. */
  readonly draws: number;
}

/** Independent draws of parameters and data; a chain is a stream of random numbers, nothing more. */
export function priorPlan({ source, knobs, seed, chains, draws }: PriorRequest): InquiryPlan<PriorDraws> {
  return {
    source,
    questions: Array.from({ length: chains }, (_, chain) => (model: number) => ({
      kind: 'prior',
      model,
      knobs,
      seed,
      chain,
      draws,
    })),
    conclude: (answers) => ({
      parameters: joined(answers, (answer) => answer.parameters),
      outcomes: joined(answers, (answer) => answer.outcomes),
    }),
  };
}

/**
 * A data set for each draw of a run. Each observed variable is drawn with the others as they were observed; with `joint`, those that it
 * reads are drawn too. `names`: the observed variables wanted.
 */
export function predictionPlan(
  { source, knobs, seed }: RunKey,
  draws: Draws,
  { names, joint }: { readonly names: readonly string[]; readonly joint: boolean },
): InquiryPlan<SimulatedBlock> {
  return {
    source,
    questions: draws.parameters.chains.map((parameters, chain) => (model: number) => ({
      kind: 'predict',
      model,
      knobs,
      seed,
      chain,
      names,
      joint,
      parameters,
    })),
    conclude: (answers) => joined(answers, (answer) => answer.outcomes),
  };
}

type SimulatedAnswer = Extract<Answer, { kind: 'simulated' }>;

function joined(answers: readonly Answer[], read: (answer: SimulatedAnswer) => Simulated): SimulatedBlock {
  const parts = answers.map((answer) => {
    if (answer.kind !== 'simulated') throw new Error(`an answer of kind ${answer.kind} to a question of simulations`);
    return read(answer);
  });
  return { elements: parts[0]?.elements ?? [], chains: parts.map(({ values }) => values) };
}
