// How long something takes, in words.
import { formatSignificant } from '../../store/format';

export function durationWords(seconds: number): string {
  if (seconds < 2) return 'a second or two';
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes`;
  return `${formatSignificant(seconds / 3600, 2)} hours`;
}
