// A Vega view of one drawing with its rows: the same for the live chart and for the picture made at build time.
import { changeset, parse, View } from 'vega';
import type { Spec } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { ChartData, ChartSignals, Row } from './definition';

/** `ast` and the interpreter keep Vega from generating code, which the page's Content-Security-Policy refuses. */
export function createView(spec: Spec, data: ChartData, signals: ChartSignals, renderer: 'svg' | 'none'): View {
  const runtime = parse(spec, {}, { ast: true });
  const view = new View(runtime, { expr: expressionInterpreter, renderer, hover: false });
  setSignals(view, signals);
  for (const [name, rows] of drawnBy(spec, data)) view.change(name, changeset().insert(own(rows)));
  return view;
}

/** The data sets that a drawing reads: one layout of a chart may leave out what another shows. */
export function drawnBy({ data: sources = [] }: Spec, data: ChartData): readonly (readonly [string, readonly Row[]])[] {
  const names = new Set(sources.map(({ name }) => name));
  return Object.entries(data).filter(([name]) => names.has(name));
}

export function setSignals(view: View, signals: ChartSignals): void {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
}

/** Copies of the rows: Vega marks the objects that it is given. */
export function own(rows: readonly Row[]): Record<string, number | string | boolean>[] {
  return rows.map((row) => ({ ...row }));
}
