// A live chart drawn shorter than it was made, for a stage that is not high enough.
import type { View } from 'vega';
import { views } from './live';

interface Mounted {
  readonly view: View;
  /** The heights of its plots as the specification has them, by signal. */
  readonly plots: Readonly<Record<string, number>>;
  /** By how much the whole grows for a unit of growth of each plot; null before it was tried. */
  growth: number | null;
}

const known = new WeakMap<View, Mounted>();

/** A plot keeps at least this share of its height. */
const leastPlot = 0.45;

/**
 * Draws the chart in `host` shorter than it was made, by so many drawing units or as many as it can spare; its margins stay. Returns how
 * many it can spare at most: none where something in it is placed at a fixed height. Null where no chart lives yet.
 */
export function shortenChart(host: Element, by: number): number | null {
  const view = views.get(host);
  if (view === undefined) return null;
  const chart = known.get(view) ?? { view, plots: plotsOf(view), growth: null };
  known.set(view, chart);
  chart.growth ??= growthOf(chart);
  if (chart.growth === 0) return 0;
  const spare = (1 - leastPlot) * Math.min(...Object.values(chart.plots)) * chart.growth;
  setPlots(chart, -Math.min(by, spare) / chart.growth);
  return spare;
}

/** Plots beside each other grow together, plots under each other each for itself. Tried once, with all plots a little shorter. */
function growthOf(chart: Mounted): number {
  const trial = -20;
  const before = bottomOf(chart.view);
  setPlots(chart, trial);
  const growth = (bottomOf(chart.view) - before) / trial;
  setPlots(chart, 0);
  const whole = Math.round(growth);
  return Math.abs(growth - whole) < 0.1 ? whole : 0;
}

function setPlots({ view, plots }: Mounted, by: number): void {
  let changed = false;
  for (const [name, height] of Object.entries(plots)) {
    if (view.signal(name) === height + by) continue;
    view.signal(name, height + by);
    changed = true;
  }
  if (changed) view.run();
}

function plotsOf(view: View): Readonly<Record<string, number>> {
  const { signals } = view.getState({
    data: () => false,
    signals: (name) => /^(height|childHeight|concat_\d+_height)$/.test(name ?? ''),
  });
  return Object.fromEntries(
    Object.entries(signals ?? {}).flatMap(([name, value]) =>
      typeof value === 'number' && value > 0 ? [[name, value]] : [],
    ),
  );
}

/** Where the lowest mark ends, in drawing units. The scene is up to date at once, its picture a moment later. */
function bottomOf(view: View): number {
  const scene: object = view.scenegraph();
  const root: unknown = 'root' in scene ? scene.root : null;
  const bounds: unknown = typeof root === 'object' && root !== null && 'bounds' in root ? root.bounds : null;
  if (typeof bounds !== 'object' || bounds === null || !('y2' in bounds) || typeof bounds.y2 !== 'number')
    throw new Error('a Vega scene graph has no bounds');
  return bounds.y2;
}
