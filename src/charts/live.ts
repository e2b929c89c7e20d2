// The live drawing of a chart: one Vega view in a host element, fed with rows and signals until it is disposed of.
import type { View } from 'vega';
import type { ChartData, ChartSignals, Plan } from './definition';
import { createView, drawnBy, own, setSignals } from './view';

export interface LiveChart {
  /** Pushes the data sets and signals that differ from the last ones, and draws. */
  update(data: ChartData, signals: ChartSignals): void;
  dispose(): void;
}

export interface Pointing {
  /** The field whose value says which mark it is. */
  readonly field: string;
  /** The value at the pointed mark; null when the pointer leaves. */
  readonly onPoint: (value: number | string | null) => void;
}

/** The views at work, by their hosts. */
export const views = new WeakMap<Element, View>();

/** Draws at once into `host`, whose content it replaces. */
export function mountChart(
  host: HTMLElement,
  plan: Plan,
  data: ChartData,
  signals: ChartSignals,
  pointing: Pointing | null,
): LiveChart {
  const element = document.createElement('div');
  const view = createView(plan, data, signals, 'svg').initialize(element).run();
  views.set(host, view);
  host.replaceChildren(element);
  const stopPointing = pointing === null ? () => {} : listen(view, element, pointing);
  let last = { data, signals };
  return {
    update(nextData, nextSignals) {
      if (nextData === last.data && nextSignals === last.signals) return;
      for (const [name, rows] of drawnBy(plan, nextData)) {
        if (rows !== last.data[name]) view.data(name, own(rows));
      }
      setSignals(view, nextSignals);
      last = { data: nextData, signals: nextSignals };
      view.run();
    },
    dispose() {
      stopPointing();
      views.delete(host);
      view.finalize();
      element.remove();
    },
  };
}

function listen(view: View, element: HTMLElement, { field, onPoint }: Pointing): () => void {
  let pointed: number | string | null = null;
  const point = (value: number | string | null) => {
    if (value === pointed) return;
    pointed = value;
    onPoint(value);
  };
  const leave = () => point(null);
  const over: Parameters<View['addEventListener']>[1] = (_, item) => {
    const value: unknown = item?.datum?.[field];
    point(typeof value === 'number' || typeof value === 'string' ? value : null);
  };
  view.addEventListener('pointermove', over);
  view.addEventListener('pointerdown', over);
  element.addEventListener('pointerleave', leave);
  return () => element.removeEventListener('pointerleave', leave);
}
