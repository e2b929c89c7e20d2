// What the files of a fit are called.
import type { LabFit } from '../../../store/lab/fits';

/** "2 frogs-multilevel, edited": TakeAway and fileStem make a name of it. */
export function fileName({ title }: LabFit): string {
  return title.replace(/^(\d+)\./, '$1');
}
