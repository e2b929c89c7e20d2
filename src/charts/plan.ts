// From a specification to the plan of its view: at build for the page, in place where pages are rendered.
import { parse } from 'vega';
import type { Spec } from 'vega';
import type { Plan } from './definition';

/** Vega's parser knows more than the page needs: with `ast`, what it leaves is plain JSON that the interpreter reads. */
export function planOf(spec: Spec): Plan {
  return {
    runtime: parse(spec, {}, { ast: true }),
    sources: (spec.data ?? []).map(({ name }) => name),
  };
}
