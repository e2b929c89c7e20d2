// Where each declared quantity of a model can lie, as its text says.
import { constantValue } from '../../lang/constraints';
import type { Constraint } from '../../lang/model';
import { POSITIVE, REAL_LINE, UNIT } from '../../stats/density';
import type { Interval } from '../../stats/hdi';
import type { ModelSource } from '../key';
import { readSource } from '../prepare';

/** By declared name; a bound that depends on data or on a knob counts as none. Empty where the text is no model. */
export function supportsOf(source: Pick<ModelSource, 'text' | 'roles' | 'noncentered'>): ReadonlyMap<string, Interval> {
  const model = readSource(source);
  const supports = new Map<string, Interval>();
  if (!model.ok) return supports;
  for (const symbol of model.value.symbols.values())
    if (symbol.role === 'parameter') supports.set(symbol.name, supportOf(symbol.constraint));
  for (const statement of model.value.statements) {
    if (statement.kind !== 'define') continue;
    const { name, link } = statement;
    supports.set(name, link === null ? REAL_LINE : { logit: UNIT, log: POSITIVE }[link]);
  }
  return supports;
}

function supportOf(constraint: Constraint): Interval {
  switch (constraint.kind) {
    case 'real':
    case 'ordered':
      return REAL_LINE;
    case 'positive':
      return POSITIVE;
    case 'unit':
      return UNIT;
    case 'interval':
      return {
        lower: constantValue(constraint.lower) ?? -Infinity,
        upper: constantValue(constraint.upper) ?? Infinity,
      };
  }
}
