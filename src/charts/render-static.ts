// The picture of a chart as SVG text, made without a browser for the prerendered page.
import { SVGStringRenderer } from 'vega';
import type { Spec } from 'vega';
import type { ChartData, ChartSignals, Drawing } from './definition';
import { planOf } from './plan';
import { createView } from './view';

/**
 * Draws what the live chart draws, at the same size. The same drawing and rows give the same text on every machine:
 * nothing in a chart's layout depends on measured text. Colours and fonts stay CSS variables.
 */
export function renderStatic(drawing: Drawing<Spec>, data: ChartData, signals: ChartSignals = {}): string {
  const view = createView(planOf(drawing.spec), data, signals, 'none').run();
  const [left, top] = view.origin();
  const padding = view.padding();
  const inset = typeof padding === 'number' ? { left: padding, top: padding } : padding;
  const origin = [(inset.left ?? 0) + left, (inset.top ?? 0) + top] as const;
  const svg = new SVGStringRenderer()
    .initialize(null, drawing.width, drawing.height, origin)
    .render(rootOf(view.scenegraph()))
    .svg();
  view.finalize();
  return compact(svg);
}

/** Vega's declarations leave the scene graph's root out. */
function rootOf(scene: object): unknown {
  if (!('root' in scene)) throw new Error('a Vega scene graph has no root');
  return scene.root;
}

/** Drops what a still picture does not need: accessibility attributes inside an image, pointer targets, invisible paths, far decimals. */
function compact(svg: string): string {
  return (
    svg
      .replace(/ (?:role|aria-[a-z]+|pointer-events|xmlns:xlink|version)="[^"]*"/g, '')
      .replace(/<g class="mark-rect role-mark pointing[^"]*">.*?<\/g>/g, '')
      .replace(/<path class="(?:background|foreground)"[^>]*\/>/g, '')
      .replace(/ opacity="1"/g, '')
      // Live charts count their clips anew, and one id must not name two.
      .replace(/(id="|url\(#)clip/g, '$1still-clip')
      .replace(/(\.\d\d\d)\d+/g, '$1')
  );
}
