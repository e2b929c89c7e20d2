// Whether the model can be run as it stands; if not, the one thing to do next.
import { longestText } from '../../engine/lab/document';
import { burdenOf } from '../../engine/lab/weigh';
import type { LabState } from './state';

export interface Readiness {
  readonly kind: 'ready' | 'waiting';
  readonly sentence: string;
}

export function readinessOf({ document, examination, table, data, weight }: LabState): Readiness {
  const waiting = (sentence: string): Readiness => ({ kind: 'waiting', sentence });
  if (document.text.trim() === '') return waiting('Write a model first.');
  if (document.text.length > longestText)
    return waiting(`The model is longer than ${longestText} characters, which is more than the lab takes.`);
  if (examination.errors.length > 0) return waiting('First mend what is marked in the model.');
  if (document.data.kind === 'none') return waiting('Choose data first, or have the model simulate some.');
  if (table.kind === 'opening') return waiting('The table is being read.');
  if (table.kind === 'refused') return waiting('Choose other data first.');
  switch (data.kind) {
    case 'unbound':
      return waiting(`Choose the column of ${data.names.join(', ')} first.`);
    case 'missing':
      return waiting('Decide about the missing values first.');
    case 'problem':
      return waiting('The data cannot be used yet.');
    case 'none':
      return waiting('Say first which name was observed.');
    case 'working':
      return waiting('The data are being read.');
    case 'ready':
      break;
  }
  switch (weight.kind) {
    case 'errors':
      return waiting('First mend what is marked in the model: the data do not fit it.');
    case 'none':
    case 'weighing':
      return waiting('');
    case 'weighed': {
      const beyond = burdenOf(weight.weight, document.settings, weight.seconds) === 'beyond';
      return beyond ? waiting('') : { kind: 'ready', sentence: '' };
    }
  }
}
