// Leave-one-out scores in a worker: likelihoods of the units at each draw, then PSIS-LOO and WAIC unit by unit.
import { pool } from '../../stats/chains';
import { likelihoodFacts, loo, looUnit } from '../../stats/loo';
import type { LooUnit } from '../../stats/loo';
import { waic, waicUnit } from '../../stats/waic';
import type { WaicUnit } from '../../stats/waic';
import { integrateOver } from './integrate';
import type { PreparedModel } from '../prepare';
import type { Answer, IntegrateQuestion, ScoreRowsQuestion, Scores, ScoreUnitsQuestion } from '../questions';

/** Scores the cells from the part's first to the next part's first; no more of the likelihoods is ever kept. */
export function scoreRows(question: ScoreRowsQuestion, model: PreparedModel): Answer {
  const { compiled, instance } = model.simulator();
  const layout = compiled.pointwise.find(({ name }) => name === question.observed);
  if (layout === undefined)
    return refused(
      question.observed,
      compiled.pointwise.map(({ name }) => name),
    );
  const { cells } = layout;
  const first = Math.floor((cells * question.part) / question.parts);
  const end = Math.floor((cells * (question.part + 1)) / question.parts);
  const width = model.compiled.dimension;
  const likelihood = instance.logLikelihood[question.observed];
  const all = new Float64Array(cells);
  const chains = question.chains.map((draws) => {
    const count = draws.length / width;
    const kept = new Float64Array(count * (end - first));
    for (let draw = 0; draw < count; draw++) {
      likelihood(draws.subarray(draw * width, (draw + 1) * width), all);
      kept.set(all.subarray(first, end), draw * (end - first));
    }
    return kept;
  });
  return { kind: 'part scores', cellOfRow: layout.cellOfRow, scores: scoreColumns(chains, end - first) };
}

function refused(name: string, observed: readonly string[]): Answer {
  const there = observed.length === 0 ? 'none' : observed.join(', ');
  return { kind: 'refused', message: `${name} is not an observed variable of this model; there is ${there}.` };
}

export function scoreUnits({ chains, units }: ScoreUnitsQuestion): Answer {
  return { kind: 'scores', scores: scoreColumns(chains, units) };
}

function scoreColumns(chains: readonly Float64Array[], width: number): Scores {
  return scoreEach(width, (unit) => columnOf(chains, width, unit));
}

function columnOf(chains: readonly Float64Array[], width: number, element: number): Float64Array[] {
  return chains.map((chain) => {
    const values = new Float64Array(chain.length / width);
    for (let draw = 0; draw < values.length; draw++) values[draw] = chain[draw * width + element];
    return values;
  });
}

/** `likelihoods`: a unit's log likelihoods, chain by chain. */
function scoreEach(units: number, likelihoods: (unit: number) => readonly Float64Array[]): Scores {
  const looUnits: LooUnit[] = [];
  const waicUnits: WaicUnit[] = [];
  for (let unit = 0; unit < units; unit++) {
    const column = likelihoods(unit);
    const pooled = pool(column);
    const facts = likelihoodFacts(column);
    looUnits.push(looUnit(pooled, facts));
    waicUnits.push(waicUnit(pooled, facts.lpd));
  }
  return { loo: loo(looUnits), waic: waic(waicUnits) };
}

export function integrateChain(question: IntegrateQuestion, model: PreparedModel): Answer {
  const integral = integrateOver(question.parameter, model);
  if (integral.kind === 'none') return { kind: 'refused', message: integral.why };
  const { integrator } = integral;
  const { clusters } = integrator;
  integrator.setKnobs(model.instance.knobs);
  const width = model.compiled.dimension;
  const count = question.parameters.length / width;
  const values = new Float64Array(integrator.model.dimension);
  const likelihoods = new Float64Array(count * clusters);
  for (let draw = 0; draw < count; draw++) {
    integrator.adopt(model.layout.parameters, question.parameters.subarray(draw * width, (draw + 1) * width), values);
    integrator.logIntegrals(values, likelihoods.subarray(draw * clusters, (draw + 1) * clusters));
  }
  return { kind: 'likelihoods', units: clusters, values: likelihoods };
}
