// Leave-one-out scores of a run: of the rows of an observed variable, or of clusters scored against their population.
import { loo } from '../../stats/loo';
import type { Loo, LooUnit } from '../../stats/loo';
import { paretoKThreshold } from '../../stats/psis';
import { waic } from '../../stats/waic';
import type { Waic, WaicUnit } from '../../stats/waic';
import type { Draws } from '../draws';
import type { InquiryPlan } from '../inquiry';
import type { RunKey } from '../key';
import type { Answer } from '../questions';

/** Scores of units, each a cell of identical rows or a cluster. */
export interface UnitScores {
  readonly loo: Loo;
  readonly waic: Waic;
  /** The unit of each row, or of each cluster: itself. */
  readonly unitOfRow: Int32Array;
  /** Rows that each unit stands for. */
  readonly counts: Float64Array;
  /** Up to where a unit's Pareto k may go. */
  readonly threshold: number;
}

/** Draws times cells that one task may hold: 32 MB. */
const mostValues = 4_000_000;

/**
 * PSIS-LOO and WAIC of the rows of `observed`, the other observed variables kept. `rows`: how many there
 * are. A task computes all likelihoods and keeps those of its own share of the cells.
 */
export function rowScorePlan(
  { source, knobs }: RunKey,
  draws: Draws,
  observed: string,
  rows: number,
): InquiryPlan<UnitScores> {
  const { chains } = draws.parameters;
  const total = drawTotal(draws);
  const parts = Math.max(1, Math.ceil((total * rows) / mostValues));
  return {
    source,
    questions: Array.from({ length: parts }, (_, part) => (model: number) => ({
      kind: 'score rows',
      model,
      knobs,
      observed,
      part,
      parts,
      chains,
    })),
    conclude: (answers) => joinParts(answers, total),
  };
}

function drawTotal({ parameters }: Draws): number {
  const width = Math.max(1, parameters.elements.length);
  return parameters.chains.reduce((sum, chain) => sum + chain.length / width, 0);
}

function joinParts(answers: readonly Answer[], draws: number): UnitScores {
  const looUnits: LooUnit[] = [];
  const waicUnits: WaicUnit[] = [];
  let unitOfRow: Int32Array = new Int32Array(0);
  for (const answer of answers) {
    if (answer.kind !== 'part scores') throw new Error(`an answer of kind ${answer.kind} to a question about rows`);
    looUnits.push(...answer.scores.loo.units);
    waicUnits.push(...answer.scores.waic.units);
    unitOfRow = answer.cellOfRow;
  }
  const counts = new Float64Array(looUnits.length);
  for (const unit of unitOfRow) counts[unit]++;
  return {
    loo: loo(looUnits, counts),
    waic: waic(waicUnits, counts),
    unitOfRow,
    counts,
    threshold: paretoKThreshold(draws),
  };
}

/** The likelihood of each cluster at each draw, its element of `parameter` integrated out: the first of two steps. */
export function integralPlan(
  { source, knobs }: RunKey,
  draws: Draws,
  parameter: string,
): InquiryPlan<{ readonly chains: readonly Float64Array[]; readonly units: number }> {
  return {
    source,
    questions: draws.parameters.chains.map((parameters) => (model: number) => ({
      kind: 'integrate',
      model,
      knobs,
      parameter,
      parameters,
    })),
    conclude: (answers) => {
      const integrals = answers.map((answer) => {
        if (answer.kind !== 'likelihoods')
          throw new Error(`an answer of kind ${answer.kind} to a question of integrals`);
        return answer;
      });
      return { chains: integrals.map(({ values }) => values), units: integrals[0]?.units ?? 0 };
    },
  };
}

/** PSIS-LOO and WAIC of clusters from their integrated likelihoods: the second step. */
export function clusterScorePlan(likelihoods: {
  readonly chains: readonly Float64Array[];
  readonly units: number;
}): InquiryPlan<UnitScores> {
  const { chains, units } = likelihoods;
  const draws = chains.reduce((sum, chain) => sum + chain.length / Math.max(1, units), 0);
  return {
    source: null,
    questions: [() => ({ kind: 'score units', chains, units })],
    conclude: ([answer]) => {
      if (answer.kind !== 'scores') throw new Error(`an answer of kind ${answer.kind} to a question of scores`);
      const { scores } = answer;
      return {
        ...scores,
        unitOfRow: Int32Array.from({ length: units }, (_, k) => k),
        counts: new Float64Array(units).fill(1),
        threshold: paretoKThreshold(draws),
      };
    },
  };
}
