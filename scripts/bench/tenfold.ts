// Data sets with ten times the rows and the same groups. New outcomes are drawn, so that no row is a mere copy of another.
import type { Column, DataSet } from '../../src/lang/data';
import { randomStream } from '../../src/math/random';

const times = 10;
const stream = 1012;

/** Ten experiments in the same tanks: survivors drawn again with each tank's own rate. */
export function tenfoldFrogs(data: DataSet): DataSet {
  const survived = numbers(data.S);
  const density = numbers(data.D);
  const random = randomStream(1, stream);
  const again = Array.from({ length: times }, () =>
    survived.map((count, row) => {
      const rate = (count + 0.5) / (density[row] + 1);
      return Array.from({ length: density[row] }, () => random.uniform()).filter((u) => u < rate).length;
    }),
  );
  return { S: again.flat(), D: repeat(density), T: repeat(numbers(data.T)) };
}

/** Ten individuals like each: traits shifted a little, outcomes drawn again near those seen. */
export function tenfoldMundlak(data: DataSet): DataSet {
  const random = randomStream(1, stream);
  const traits = repeat(numbers(data.X)).map((trait) => trait + 0.1 * random.normal());
  const outcomes = repeat(numbers(data.Y)).map((outcome) => (random.uniform() < 0.9 ? outcome : 1 - outcome));
  return { X: traits, Y: outcomes, Z: data.Z, G: repeat(numbers(data.G)) };
}

function repeat(values: readonly number[]): number[] {
  return Array.from({ length: times }, () => values).flat();
}

function numbers(column: Column): readonly number[] {
  if (!Array.isArray(column)) throw new Error('a lecture column is an array');
  return column.map(Number);
}
