// The multilevel reed frogs, whose sigma is learned: the fit that page 3 shows first.
import type { RunKey } from '../../src/engine/key';
import { lectureKey, lectureSources } from '../../src/engine/lecture-run';
import { deriveMultilevel } from '../../src/engine/multilevel';
import type { MultilevelLines } from '../../src/engine/multilevel';
import type { Picture } from '../../src/engine/picture';
import { lectureModels } from '../../src/models';
import type { Summary } from '../../src/stats/summary';
import { fitLecture } from './workshop';
import type { Story, Workshop } from './workshop';

export type Multilevel = Picture<MultilevelLines, null>;

/** Values are named `multilevel.…`; proportions, but for sigma and alphaBar, in log-odds. */
export async function multilevel(workshop: Workshop): Promise<Story<Multilevel>> {
  const shown = await fitMultilevel(workshop, deriveMultilevel);
  const { parameters, summary, derived } = shown;
  const of = (name: string): Summary => {
    if (summary.depth !== 'full') throw new Error('the fit of the build has a full summary');
    return summary.parameters[parameters.elements.indexOf(name)];
  };
  const [middle, spread] = [of('alpha_bar'), of('sigma')];
  return {
    shown,
    values: {
      'multilevel.alphaBar': Number(middle.mean),
      'multilevel.sigma': Number(spread.mean),
      'multilevel.sigmaSd': Number(spread.sd),
      'multilevel.sigmaFrom': Number(spread.hdi_lower),
      'multilevel.sigmaTo': Number(spread.hdi_upper),
      'multilevel.typical': derived.typical,
      'multilevel.average': derived.average,
      'multilevel.parameters': parameters.elements.length,
    },
  };
}

/** The same run whatever is made of its draws. */
export function fitMultilevel<D>(
  workshop: Workshop,
  derive: Parameters<typeof fitLecture<D, null>>[1]['derive'],
): Promise<Picture<D, null>> {
  return fitLecture(workshop, { model: 'frogs-multilevel', knobs: {}, knob: null, derive });
}

export function multilevelKey({ frogs }: Workshop): RunKey {
  const model = lectureModels.get('frogs-multilevel');
  if (model === undefined) throw new Error('there is no model frogs-multilevel');
  return lectureKey(lectureSources(model, frogs), {}, 1);
}
