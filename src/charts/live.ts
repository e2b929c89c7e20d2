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

interface Mounted {
  readonly view: View;
  /** Of the plot, in drawing units, as its specification has it; 0 where there are several plots. */
  readonly height: number;
}

const mounted = new WeakMap<Element, Mounted>();

/**
 * Draws the chart in `host` taller or shorter than it was made, by so many drawing units; its margins stay. False where it has several
 * plots; null where no chart lives yet.
 */
export function stretchChart(host: Element, by: number): boolean | null {
  const chart = mounted.get(host);
  if (chart === undefined) return null;
  const { view, height } = chart;
  if (height === 0) return false;
  if (view.height() !== height + by) view.height(height + by).run();
  return true;
}

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
  mounted.set(host, { view, height: view.height() });
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
      mounted.delete(host);
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
