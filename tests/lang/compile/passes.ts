// Compares a model compiled with a pass to the same without: density and gradient against the sums of their absolute terms.
import { bind } from '../../../src/lang/bind';
import { compile, instantiate } from '../../../src/lang/compile/compile';
import type { CompiledModel } from '../../../src/lang/compile/compile';
import { allPasses } from '../../../src/lang/compile/passes';
import type { Pass } from '../../../src/lang/compile/passes';
import type { DataSet } from '../../../src/lang/data';
import type { Roles } from '../../../src/lang/model';
import { readModel } from '../../../src/lang/resolve';
import { formatErrors } from '../../../src/lang/result';

export interface PassModel {
  readonly text: string;
  readonly roles: Roles;
  readonly data: DataSet;
}

export interface PassPair {
  readonly plain: CompiledModel;
  readonly passed: CompiledModel;
}

/** The model without any pass, and with one. */
export function withAndWithout({ text, roles, data }: PassModel, pass: Pass): PassPair {
  const model = readModel(text, roles);
  if (!model.ok) throw new Error(formatErrors(text, model.errors));
  const bound = bind(model.value, data);
  if (!bound.ok) throw new Error(formatErrors(text, bound.errors));
  if (!allPasses.includes(pass)) throw new Error(`no pass ${pass}`);
  return { plain: compile(bound.value, { passes: [] }), passed: compile(bound.value, { passes: [pass] }) };
}

/** The same code with every term that is added to the density or to a derivative in absolute value. */
function absolute(model: CompiledModel): CompiledModel {
  const source = model.source.replace(
    /^(\s*)(lp|slope|above|value|g\[.*?\]|d_\w+(?:\[.*?\])?) [+-]= (.*);$/gm,
    (_, indent: string, target: string, code: string) => `${indent}${target} += Math.abs(${code});`,
  );
  return { ...model, source };
}

/** The largest difference of density or gradient, relative to the sum of absolute terms of each. */
export function largestDifference({ plain, passed }: PassPair, positions: readonly Float64Array[]): number {
  const [sums, before, after] = [absolute(plain), plain, passed].map((model) => instantiate(model).logDensity);
  const [scale, expected, found] = [0, 1, 2].map(() => new Float64Array(plain.dimension));
  let worst = 0;
  for (const position of positions) {
    const total = sums(position, scale);
    const difference = Math.abs(after(position, found) - before(position, expected)) / total;
    if (!(difference <= worst)) worst = difference;
    for (let k = 0; k < found.length; k++) {
      const apart = Math.abs(found[k] - expected[k]) / Math.abs(scale[k]);
      if (!(apart <= worst)) worst = apart;
    }
  }
  return worst;
}
