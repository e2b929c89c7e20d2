// How good a run's draws are by now, in a worker: the figures that a run until good is decided by.
import { rawName } from '../lang/rewrite';
import { essBulk } from '../stats/ess';
import { rhat } from '../stats/rhat';
import { column } from './draws';
import type { AssessQuestion, Quality } from './questions';

/**
 * The worst element of the named parameters; a figure that cannot be computed, or a name that is not there, makes the whole null. A vector
 * in the non-centred form is judged by its raw one: the draws of a run depend on its key, and not on what else was computed from them.
 */
export function assess({ parameters, names }: AssessQuestion): Quality {
  const { variables } = parameters;
  const sampled = names.map((name) => (variables.some((variable) => variable.name === name) ? name : rawName(name)));
  const elements = variables
    .filter(({ name }) => names.length === 0 || sampled.includes(name))
    .flatMap(({ offset, size }) => Array.from({ length: size }, (_, k) => offset + k));
  const known = sampled.every((name) => variables.some((variable) => variable.name === name));
  if (elements.length === 0 || !known) return { bulkEss: null, rhat: null };
  let bulkEss: number | null = Infinity;
  let worstRhat: number | null = 0;
  for (const element of elements) {
    const chains = column(parameters, element);
    const [ess, r] = [essBulk(chains), rhat(chains)];
    bulkEss = bulkEss === null || ess === null ? null : Math.min(bulkEss, ess);
    worstRhat = worstRhat === null || r === null ? null : Math.max(worstRhat, r);
  }
  return { bulkEss, rhat: worstRhat };
}
