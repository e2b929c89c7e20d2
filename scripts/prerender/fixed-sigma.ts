// The reed frogs at the sigmas that the prose speaks of; the figures first show sigma = 1.
import type { Picture } from '../../src/engine/picture';
import { derivePopulation } from '../../src/engine/population';
import type { PopulationLines } from '../../src/engine/population';
import type { Values } from '../prerender';
import { fitValues } from './fit-values';
import { bestSigmaOf } from './score-curve';
import { fitLecture } from './workshop';
import type { Story, Workshop } from './workshop';

export type FixedSigma = Picture<PopulationLines>;

const quoted = [0.1, 1, 5];

export async function fixedSigma(workshop: Workshop): Promise<Story<FixedSigma>> {
  const fits = await Promise.all(quoted.map((sigma) => fitAt(workshop, sigma)));
  const values: Values = Object.assign({}, ...fits.map((fit) => fitValues(fit, workshop.frogs)));
  const shown = fits[quoted.indexOf(1)];
  return { shown, values: { ...values, 'frogs.parameters': shown.parameters.elements.length } };
}

/** The fit at the best sigma of the score curve. */
export async function fitAtBest(workshop: Workshop): Promise<Story<FixedSigma>> {
  const shown = await fitAt(workshop, await bestSigmaOf(workshop));
  return { shown, values: { ...fitValues(shown, workshop.frogs, 'Best'), 'frogs.atBest.sigma': shown.knob } };
}

function fitAt(workshop: Workshop, sigma: number): Promise<FixedSigma> {
  return fitLecture(workshop, { model: 'frogs-fixed-sigma', knobs: { sigma }, knob: sigma, derive: derivePopulation });
}
