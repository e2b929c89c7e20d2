// Lines of a figure that need whole draws: the typical member of a normal population, and the population's average.
import { pool } from '../stats/chains';
import { populationLines } from '../stats/population';
import type { PopulationLines } from '../stats/population';
import { columnNamed } from './draws';
import type { Draws } from './draws';

export type { PopulationLines } from '../stats/population';

/** For a model whose population mean is the parameter `alpha_bar`, in log-odds, and whose sd is the knob. */
export function derivePopulation(draws: Draws, sd: number): PopulationLines {
  const location = columnNamed(draws.parameters, 'alpha_bar');
  if (location === null) throw new Error('the model has no alpha_bar');
  return populationLines(pool(location), sd);
}
