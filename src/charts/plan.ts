// From a specification to the plan of its view: at build for the page, in place where pages are rendered.
import { parse } from 'vega';
import type { Spec } from 'vega';
import type { Plan } from './definition';

/** Vega's parser knows more than the page needs: with `ast`, what it leaves is plain JSON that the interpreter reads. */
export function planOf(spec: Spec): Plan {
  return {
    runtime: interpreted(parse(spec, {}, { ast: true })),
    sources: (spec.data ?? []).map(({ name }) => name),
  };
}

/** Without the source texts beside the syntax trees: half of a plan. */
function interpreted<T>(runtime: T): T {
  const copy: T = structuredClone(runtime);
  shed(copy, '');
  return copy;
}

function shed(node: unknown, key: string): void {
  if (!isRecord(node)) return;
  if ('ast' in node && 'code' in node) {
    // Vega names the function of a parameter by its text.
    if (key !== '$expr') delete node.code;
    shedTree(node.ast);
    return;
  }
  for (const [name, child] of Object.entries(node)) shed(child, Array.isArray(node) ? key : name);
}

/** What the interpreter does not read of a syntax tree. */
function shedTree(node: unknown): void {
  if (!isRecord(node)) return;
  delete node.raw;
  delete node.kind;
  if (node.computed === false) delete node.computed;
  Object.values(node).forEach(shedTree);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
