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
  for (const [name, rows] of Object.entries(data)) view.change(name, changeset().insert(own(rows)));
  return view;
}

export function setSignals(view: View, signals: ChartSignals): void {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
}

/** Copies of the rows: Vega marks the objects that it is given. */
export function own(rows: readonly Row[]): Record<string, number | string | boolean>[] {
  return rows.map((row) => ({ ...row }));
}
