// The lecture's models by id, in the order of the chapter.
import { cafes } from './cafes';
import { frogs } from './frogs';
import type { LectureModel } from './lecture-model';
import { mundlak } from './mundlak';
import { trolley } from './trolley';

export type { Column, LectureModel } from './lecture-model';

export const lectureModels: ReadonlyMap<string, LectureModel> = new Map(
  [...cafes, ...trolley, ...frogs, ...mundlak].map((model) => [model.id, model]),
);
