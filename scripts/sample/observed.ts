// The observed variables of a model with its data: what can be predicted and scored.
import { observedStatements } from '../../src/engine/scores/left-out';
import type { ModelSource } from '../../src/engine/key';
import { readSource } from '../../src/engine/prepare';
import { bind } from '../../src/lang/bind';
import { elementNames, shapeOf } from '../../src/lang/compile/quantities';
import { languageRefusal } from './refusal';

export interface Observed {
  readonly name: string;
  /** `S[1]` … `S[48]`, one a row. */
  readonly elements: readonly string[];
  /** As observed, in the order of `elements`. */
  readonly values: Float64Array;
}

/** In text order. A model or data with errors is refused. */
export function observedVariables(source: ModelSource): readonly Observed[] {
  const model = readSource(source);
  if (!model.ok) throw languageRefusal(source.text, model.errors);
  const bound = bind(model.value, source.data);
  if (!bound.ok) throw languageRefusal(source.text, bound.errors);
  return observedStatements(bound.value).map(({ name }) => ({
    name,
    elements: elementNames(name, shapeOf(name, bound.value)),
    values: bound.value.columns.get(name)?.values ?? new Float64Array(0),
  }));
}
