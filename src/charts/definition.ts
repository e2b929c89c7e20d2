// What a chart is: one Vega-Lite specification per layout, and its compiled Vega form.
import type { Runtime, Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';

/** A figure is drawn once for each of three widths and scaled between them, so that the static and the live drawing are one. */
export type LayoutName = 'narrow' | 'medium' | 'wide';

export const layoutNames: readonly LayoutName[] = ['narrow', 'medium', 'wide'];

/**
 * Width of the whole drawing in its own units, CSS pixels at scale 1: a phone's column, the reading column, and the column with its
 * notes. Chart.css repeats the breakpoints.
 */
export const layoutWidth: Readonly<Record<LayoutName, number>> = { narrow: 350, medium: 584, wide: 860 };
const mediumFrom = 480;
const wideFrom = 720;

export function layoutFor(containerWidth: number): LayoutName {
  if (containerWidth < mediumFrom) return 'narrow';
  return containerWidth < wideFrom ? 'medium' : 'wide';
}

export interface Drawing<S> {
  readonly spec: S;
  /** Total size in drawing units, padding included. */
  readonly width: number;
  readonly height: number;
}

/** The default export of a chart's file. Data are named in the specification and arrive later. */
export interface ChartDefinition {
  readonly name: string;
  readonly layouts: Readonly<Record<LayoutName, Drawing<TopLevelSpec>>>;
}

/** What a view is made of, without its rows: Vega's dataflow and the names of the data sets that it reads. JSON. */
export interface Plan {
  readonly runtime: Runtime;
  readonly sources: readonly string[];
}

/** A chart as the page imports it, with `?vega`: sizes at hand, and for each layout the plan that the build made, to be fetched when it is drawn. */
export interface CompiledChart {
  readonly name: string;
  readonly layouts: Readonly<Record<LayoutName, Drawing<Spec | PlanFile>>>;
}

export type PlanFile = () => Promise<{ readonly default: Plan }>;

/** A chart whose specifications are at hand: where pages are rendered, and in tests. */
export interface DrawnChart extends CompiledChart {
  readonly layouts: Readonly<Record<LayoutName, Drawing<Spec>>>;
}

export type Row = Readonly<Record<string, number | string | boolean>>;
/** Rows by the name of the data set in the specification. */
export type ChartData = Readonly<Record<string, readonly Row[]>>;
/** Values of the specification's top-level params. */
export type ChartSignals = Readonly<Record<string, number | string | boolean>>;
