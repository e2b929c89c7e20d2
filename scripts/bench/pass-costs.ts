// What each pass of the compiler is worth: the gradient with that pass left out, over the gradient with all of them.
import type { BoundModel } from '../../src/lang/bind';
import { compile } from '../../src/lang/compile/compile';
import type { CompiledModel } from '../../src/lang/compile/compile';
import { allPasses } from '../../src/lang/compile/passes';
import type { Pass } from '../../src/lang/compile/passes';
import { timeGradients } from './gradients';

/** Times the gradient with all passes. */
export interface PassCosts {
  /** With one pass left out; null where it changes nothing of the model's code. */
  readonly without: Readonly<Record<Pass, number | null>>;
  readonly withNone: number;
}

export function passCosts(bound: BoundModel, positions: readonly Float64Array[]): PassCosts {
  const density = (model: CompiledModel | null) => model && model.instantiate().logDensity;
  const variants = allPasses.map((pass) => density(withoutPass(bound, pass)));
  const [all, none, ...others] = timeGradients(
    [density(compile(bound)), density(compile(bound, { passes: [] })), ...variants],
    positions,
  );
  if (all === null || none === null) throw new Error('the gradient was not timed');
  const ratios = others.map((time) => time && time / all);
  return { without: recordOf((pass) => ratios[allPasses.indexOf(pass)]), withNone: none / all };
}

/** The model without one pass; null where that pass does nothing for it. */
export function withoutPass(bound: BoundModel, pass: Pass): CompiledModel | null {
  const model = compile(bound, { passes: allPasses.filter((other) => other !== pass) });
  return model.source === compile(bound).source ? null : model;
}

function recordOf(read: (pass: Pass) => number | null): Record<Pass, number | null> {
  return {
    'weighted rows': read('weighted rows'),
    'pooled rows': read('pooled rows'),
    'grouped rows': read('grouped rows'),
    'constant terms': read('constant terms'),
    'additive ordered logit': read('additive ordered logit'),
    'log products': read('log products'),
    'row totals': read('row totals'),
  };
}
