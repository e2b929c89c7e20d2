// From a chart's Vega-Lite specifications to Vega, at build time and in tests.
import { compile } from 'vega-lite';
import type { TopLevelSpec } from 'vega-lite';
import type { Spec } from 'vega';
import type { ChartDefinition, Drawing, DrawnChart } from '../definition';

/** Throws on anything that Vega-Lite warns about: a chart that compiles has nothing to explain away. */
export function compileChart(definition: ChartDefinition): DrawnChart {
  const { narrow, medium, wide } = definition.layouts;
  const compiled = (drawing: Drawing<TopLevelSpec>): Drawing<Spec> => ({
    ...drawing,
    spec: sized(compileSpec(definition.name, drawing.spec), drawing),
  });
  return {
    name: definition.name,
    layouts: { narrow: compiled(narrow), medium: compiled(medium), wide: compiled(wide) },
  };
}

/** Panels side by side leave the whole without a width, and Vega would draw into one of 0. */
function sized(spec: Spec, drawing: Drawing<TopLevelSpec>): Spec {
  const { padding } = spec;
  if (spec.width !== undefined || hasSignal(spec, 'width') || typeof padding !== 'object' || 'signal' in padding)
    return spec;
  return { ...spec, width: drawing.width - (padding.left ?? 0) - (padding.right ?? 0) };
}

function hasSignal(spec: Spec, name: string): boolean {
  return (spec.signals ?? []).some((signal) => signal.name === name);
}

function compileSpec(name: string, spec: TopLevelSpec): Spec {
  const logger = new Complaints();
  const compiled = compile(spec, { logger });
  if (logger.heard.length > 0) throw new Error(`chart ${name}: ${logger.heard.join('; ')}`);
  return compiled.spec;
}

/** A Vega logger that remembers warnings and errors, and lets the rest pass. */
class Complaints {
  readonly heard: string[] = [];
  level(): number {
    return 0;
  }
  error(...messages: unknown[]): this {
    this.heard.push(messages.map(String).join(' '));
    return this;
  }
  warn(...messages: unknown[]): this {
    return this.error(...messages);
  }
  info(): this {
    return this;
  }
  debug(): this {
    return this;
  }
}
