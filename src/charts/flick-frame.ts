// Where the particle's ground lies in its drawing, so that a hand on the page can find its place there.
import { layoutWidth } from './definition';
import type { LayoutName } from './definition';

export interface GroundFrame {
  readonly name: string;
  /** The ends of the axes, as the engine's grounds have them. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Whether both axes are log-odds, and have their rulers. */
  readonly logOdds: boolean;
}

export const groundFrames = {
  frogs: {
    name: 'flick-frogs',
    x: [0, 8],
    y: [0.5, 2.5],
    xTitle: 'tank 2, α₂ (log-odds of survival)',
    yTitle: 'typical tank, ᾱ (log-odds)',
    logOdds: true,
  },
  funnel: {
    name: 'flick-funnel',
    x: [-12, 12],
    y: [-5, 5],
    xTitle: 'one tank, α',
    yTitle: 'v, the logarithm of sigma',
    logOdds: false,
  },
} as const satisfies Readonly<Record<string, GroundFrame>>;

const heights: Readonly<Record<LayoutName, number>> = { narrow: 250, medium: 290, wide: 320 };
const padding = { left: 40, right: 50, top: 54, bottom: 44 };

export interface Box {
  readonly padding: typeof padding;
  /** Of the plot within. */
  readonly width: number;
  readonly height: number;
  /** Of the whole drawing. */
  readonly total: { readonly width: number; readonly height: number };
}

export function boxOf(layout: LayoutName): Box {
  const total = { width: layoutWidth[layout], height: heights[layout] + padding.top + padding.bottom };
  return { padding, width: total.width - padding.left - padding.right, height: heights[layout], total };
}
