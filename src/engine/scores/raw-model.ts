// A model with one of its parameters as a raw vector of standard normals, one a cluster: the form that integrals over it are taken in.
import { bind } from '../../lang/bind';
import type { BoundModel } from '../../lang/bind';
import type { ModelStatement } from '../../lang/model';
import { noncentered, rawName } from '../../lang/rewrite';
import { namesIn, rightSide } from '../../lang/walk';
import type { ModelSource } from '../key';

export interface RawModel {
  readonly bound: BoundModel;
  /** Of the raw vector. */
  readonly name: string;
}

/** A sentence where the model has no such form. */
export function rawModel(parameter: string, bound: BoundModel, source: ModelSource): RawModel | string {
  const { model } = bound;
  const standard = [parameter, rawName(parameter)].find((name) => isStandardNormal(priorOf(name, bound)));
  let raw = { bound, name: standard ?? rawName(parameter) };
  if (standard === undefined) {
    const prior = priorOf(parameter, bound);
    if (prior === undefined) return `${parameter} is not a parameter of this model.`;
    if (prior.distribution.name !== 'Normal')
      return `The prior of ${parameter} is ${prior.distribution.name}; its integral is taken for Normal priors only.`;
    const rewritten = noncentered(model, parameter);
    if (!rewritten.ok) return rewritten.errors[0].message;
    const joined = bind(rewritten.value, source.data);
    if (!joined.ok) throw new Error(`the non-centred form of ${parameter} does not bind`);
    raw = { bound: joined.value, name: rawName(parameter) };
  }
  const own = priorOf(raw.name, raw.bound);
  if (own === undefined || own.plates.length !== 1) return `${parameter} does not have one value for each cluster.`;
  const readers = raw.bound.model.statements.filter(
    (other) => isParameter(other, raw.bound) && reads(other, raw.bound).has(raw.name),
  );
  if (readers.length > 0)
    return `The prior of ${readers[0].name} depends on ${parameter}, so its clusters are not independent.`;
  const other = raw.bound.model.statements.find(
    (candidate) =>
      isParameter(candidate, raw.bound) && candidate.name !== raw.name && candidate.plates.includes(own.plates[0]),
  );
  if (other !== undefined)
    return `Clusters have ${other.name} beside ${parameter}; the integral is over one parameter alone.`;
  return raw;
}

function priorOf(name: string, bound: BoundModel): Extract<ModelStatement, { kind: 'draw' }> | undefined {
  const statement = bound.model.statements.find((candidate) => candidate.name === name);
  return statement?.kind === 'draw' && isParameter(statement, bound) ? statement : undefined;
}

function isParameter({ name }: ModelStatement, bound: BoundModel): boolean {
  return bound.model.symbols.get(name)?.role === 'parameter';
}

function isStandardNormal(prior: Extract<ModelStatement, { kind: 'draw' }> | undefined): boolean {
  if (prior?.distribution.name !== 'Normal') return false;
  const [location, scale] = prior.arguments;
  return location.kind === 'number' && location.value === 0 && scale.kind === 'number' && scale.value === 1;
}

/** Whether rows read no parameter and no knob but by way of the derived quantity `parameter`: the population then reaches them through it alone. */
export function reachesRowsAlone(parameter: string, { bound }: RawModel): boolean {
  const { statements, symbols } = bound.model;
  const outcomes = statements.filter(({ name }) => symbols.get(name)?.role === 'observed');
  const isDerived = statements.some(({ kind, name }) => kind === 'define' && name === parameter);
  return (
    isDerived &&
    outcomes.every((outcome) =>
      [...reads(outcome, bound, parameter)].every((name) => {
        const role = symbols.get(name)?.role;
        return role !== 'parameter' && role !== 'knob';
      }),
    )
  );
}

/** Everything that a statement reads, directly or through derived quantities, but for what `leaf` is derived from. */
function reads(statement: ModelStatement, bound: BoundModel, leaf?: string): Set<string> {
  const found = new Set<string>();
  const add = (from: ModelStatement): void => {
    for (const name of rightSide(from).flatMap((expression) => [...namesIn(expression)])) {
      if (found.has(name) || from.letters.includes(name)) continue;
      found.add(name);
      if (name === leaf) continue;
      const source = bound.model.statements.find((candidate) => candidate.name === name);
      if (source?.kind === 'define') add(source);
    }
  };
  add(statement);
  return found;
}
