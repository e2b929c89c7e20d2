import { describe, expect, it } from 'vitest';
import { knobAt, positionOf } from '../../src/store/log-scale';

const scale = { minimum: 0.1, maximum: 5, steps: 200 };

describe('a logarithmic slider', () => {
  it('ends at its bounds', () => {
    expect(knobAt(scale, 0)).toBe(0.1);
    expect(knobAt(scale, 200)).toBe(5);
    expect(knobAt(scale, 999)).toBe(5);
  });

  it('moves the knob with every step, and comes back to the position it left', () => {
    for (let position = 0; position <= 200; position++) {
      expect(positionOf(scale, knobAt(scale, position))).toBe(position);
      if (position > 0) expect(knobAt(scale, position)).toBeGreaterThan(knobAt(scale, position - 1));
    }
  });

  it('has equal factors for equal steps, to rounding', () => {
    expect(knobAt(scale, 100)).toBeCloseTo(Math.sqrt(0.5), 3);
  });
});
