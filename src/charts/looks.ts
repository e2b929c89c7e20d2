// How a posterior is drawn by what it is of: the poolings keep hue, shape and dash on every page.
import { muted, population, predators } from './style';

/**
 * The three poolings; the two Mundlak machines, in partial pooling's hue, dashed and dotted; the population's parameters; the effect of
 * predators; and what was believed before the data.
 */
export type Look = 'complete' | 'none' | 'partial' | 'mundlak' | 'latent' | 'population' | 'predators' | 'prior';

export interface LookOf {
  readonly colour: string;
  /** A symbol of Vega. */
  readonly shape: 'square' | 'triangle-up' | 'triangle-down' | 'circle' | 'diamond';
  /** Lengths of dashes and gaps; none for a solid line. */
  readonly dash: readonly number[];
}

export const looks: Readonly<Record<Look, LookOf>> = {
  complete: { colour: 'var(--pool-complete)', shape: 'square', dash: [] },
  none: { colour: 'var(--pool-none)', shape: 'triangle-up', dash: [] },
  partial: { colour: 'var(--pool-partial)', shape: 'circle', dash: [] },
  mundlak: { colour: 'var(--pool-partial)', shape: 'circle', dash: [7, 3] },
  latent: { colour: 'var(--pool-partial)', shape: 'circle', dash: [1.5, 3] },
  population: { colour: population, shape: 'diamond', dash: [] },
  predators: { colour: predators, shape: 'triangle-down', dash: [] },
  prior: { colour: muted, shape: 'diamond', dash: [4, 3] },
};

const names = Object.keys(looks);
const all = Object.values(looks);

/** Colour, shape and dash by the field `look` of a row. */
export const byLook = {
  colour: { field: 'look', type: 'nominal', legend: null, scale: { domain: names, range: all.map((l) => l.colour) } },
  shape: { field: 'look', type: 'nominal', legend: null, scale: { domain: names, range: all.map((l) => l.shape) } },
  dash: {
    field: 'look',
    type: 'nominal',
    legend: null,
    scale: { domain: names, range: all.map((l) => (l.dash.length === 0 ? [1, 0] : [...l.dash])) },
  },
} as const;
