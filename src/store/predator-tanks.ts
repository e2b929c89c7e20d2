// The tanks of the experiment, those with predators among them.
import table from 'virtual:prerendered/frogs';

/** One entry a tank. */
export const tanks = {
  density: table.density.map(Number),
  survived: table.survived.map(Number),
  predators: table.predators.map((cell) => Number(cell) === 1),
};
