// The two grounds of the appendix: a slice of the multilevel reed frogs, and the funnel.
import { lectureModels } from '../../models';
import { funnel } from '../../models/funnel';
import type { Table } from '../dataset';
import type { ModelSource } from '../key';
import { lectureSources } from '../lecture-run';
import type { Plane } from './plane';

export const groundNames = ['frogs', 'funnel'] as const;
export type GroundName = (typeof groundNames)[number];

/** The tank whose log-odds move in the slice: all ten of its tadpoles lived. */
export const sliceTank = 2;

export interface Ground {
  /** Elements of the model on the axes. */
  readonly axes: readonly [string, string];
  /** What a figure shows of it. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Where the particle lies at first. */
  readonly start: readonly [number, number];
}

export const grounds: Readonly<Record<GroundName, Ground>> = {
  frogs: { axes: [`alpha[${sliceTank}]`, 'alpha_bar'], x: [0, 8], y: [0.5, 2.5], start: [1.5, 1.3] },
  funnel: { axes: ['alpha', 'v'], x: [-12, 12], y: [-5, 5], start: [2, 1] },
};

export const funnelPlane: Plane = { held: [0, 0], axes: [0, 1] };

export function groundSource(name: GroundName, frogs: Table): ModelSource {
  switch (name) {
    case 'frogs': {
      const model = lectureModels.get('frogs-multilevel');
      if (model === undefined) throw new Error('there is no model frogs-multilevel');
      return lectureSources(model, frogs).centered;
    }
    case 'funnel':
      return { text: funnel.text, roles: funnel.roles, data: {}, noncentered: [] };
  }
}
