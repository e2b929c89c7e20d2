// A slider's positions on a logarithmic scale: equal steps of the hand are equal factors of the knob.

export interface LogScale {
  readonly minimum: number;
  readonly maximum: number;
  /** Positions run from 0 to `steps`. */
  readonly steps: number;
}

/** The knob at a position, rounded so that it can be read and typed: two decimals from 1 on, three below. */
export function knobAt(scale: LogScale, position: number): number {
  const share = Math.min(1, Math.max(0, position / scale.steps));
  return roundKnob(scale.minimum * (scale.maximum / scale.minimum) ** share);
}

/** The position nearest to a knob's value. */
export function positionOf(scale: LogScale, knob: number): number {
  const inside = Math.min(scale.maximum, Math.max(scale.minimum, knob));
  const share = Math.log(inside / scale.minimum) / Math.log(scale.maximum / scale.minimum);
  return Math.round(share * scale.steps);
}

function roundKnob(value: number): number {
  const digits = value < 1 ? 1000 : 100;
  return Math.round(value * digits) / digits;
}
