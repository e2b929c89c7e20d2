// The look that all charts share, as a Vega-Lite config; colours are the theme's CSS variables.
import type { Config } from 'vega-lite';

export const font = 'var(--font-sans)';
export const ink = 'var(--ink)';
export const muted = 'var(--muted)';
export const rule = 'var(--rule)';
export const paper = 'var(--paper)';
export const estimate = 'var(--estimate)';
export const population = 'var(--population)';
/** Tanks with predators in the water. */
export const predators = 'var(--predators)';

export const labelSize = 13;

/** Nothing here depends on measured text: Node and browsers measure differently, and the two drawings must coincide. */
export const config: Config = {
  aria: false,
  background: 'transparent',
  font,
  view: { stroke: null },
  text: { fontSize: labelSize, fill: ink },
  concat: { spacing: 0 },
  axis: {
    aria: false,
    domain: false,
    translate: 0,
    ticks: false,
    gridColor: rule,
    gridWidth: 1,
    labelColor: muted,
    labelFontSize: labelSize,
    labelPadding: 8,
    labelOverlap: false,
    labelBound: false,
    title: null,
  },
};

/** Axis labels of a proportion, as whole percent with a narrow space. */
export const percentLabel = "round(datum.value * 100) + '\u202f%'";
