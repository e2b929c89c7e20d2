// A Vega view of one drawing with its rows: the same for the live chart and for the picture made at build time.
import { changeset, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartData, ChartSignals, Plan, Row } from './definition';

/**
 * The interpreter keeps Vega from generating code, which the page's Content-Security-Policy refuses. Views write into the dataflow that
 * they are made of, so each has a copy.
 */
export function createView(plan: Plan, data: ChartData, signals: ChartSignals, renderer: 'svg' | 'none'): View {
  const view = new View(structuredClone(plan.runtime), { expr: expressionInterpreter, renderer, hover: false });
  setSignals(view, signals);
  for (const [name, rows] of drawnBy(plan, data)) view.change(name, changeset().insert(own(rows)));
  return view;
}

/** The data sets that a drawing reads: one layout of a chart may leave out what another shows. */
export function drawnBy({ sources }: Plan, data: ChartData): readonly (readonly [string, readonly Row[]])[] {
  return Object.entries(data).filter(([name]) => sources.includes(name));
}

export function setSignals(view: View, signals: ChartSignals): void {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
}

/** Copies of the rows: Vega marks the objects that it is given. */
export function own(rows: readonly Row[]): Record<string, number | string | boolean>[] {
  return rows.map((row) => ({ ...row }));
}
