// Density and gradient of every model against independent values.
import { describe, expect, test } from 'vitest';
import { build, gradientError, randomPositions } from '../checks';
import { testModels } from '../models';

describe.each(testModels)('$id', { timeout: 60_000 }, ({ text, roles, data, parameters, points }) => {
  const compiled = build(text, roles, data);
  const { logDensity } = compiled.instantiate();

  test('parameters stand in text order', () => {
    expect(compiled.parameters.map(({ name, size }) => [name, size])).toEqual(parameters);
  });

  test('density within 1e-12 of the largest term', () => {
    const gradient = new Float64Array(compiled.dimension);
    for (const point of points) {
      const error = Math.abs(logDensity(Float64Array.from(point.position), gradient) - point.logDensity);
      expect(error / Math.max(1, point.largestTerm)).toBeLessThan(1e-12);
    }
  });

  test('gradient within 1e-6 of Richardson differences', () => {
    for (const position of randomPositions(compiled.dimension, 20, 7)) {
      expect(gradientError(logDensity, position)).toBeLessThan(1e-6);
    }
  });
});
