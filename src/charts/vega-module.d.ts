// Types that Vega's own declarations leave out, and of a chart imported with `?vega` (see build/vega-plugin.ts).
declare module '*?vega' {
  const chart: import('./definition').CompiledChart;
  export default chart;
}

declare module 'vega' {
  /** Vega's renderer to SVG text, which needs no DOM. */
  export class SVGStringRenderer {
    initialize(element: null, width: number, height: number, origin: readonly [number, number]): this;
    render(scene: unknown): this;
    svg(): string;
  }
}
