// A guess is judged by its distance from the answer as the page shows it.
import { expect, test } from 'vitest';
import { scoreGuess } from '../../src/prose/guess-score';
import type { Unit } from '../../src/prose/guess-score';

const percent: Unit = { digits: 0, after: ' %', difference: 'points' };

test.each([
  [71, 'right', 'Yes: 71 %, to the digit.'],
  [73, 'right', 'Yes, near enough. You said 73 %; it is 71 %, 2 points too high.'],
  [74, 'right', 'Yes, near enough. You said 74 %; it is 71 %, 3 points too high.'],
  [70, 'right', 'Yes, near enough. You said 70 %; it is 71 %, 1 point too low.'],
  [75, 'near', 'Not far. You said 75 %; it is 71 %, 4 points too high.'],
  [62, 'near', 'Not far. You said 62 %; it is 71 %, 9 points too low.'],
  [85, 'far', 'You said 85 %; it is 71 %, 14 points too high. See where the reasoning turns.'],
] as const)('%d for 71.4, right within 3, is %s', (guess, nearness, sentence) => {
  expect(scoreGuess(guess, 71.4, 3, percent)).toEqual({ nearness, sentence });
});

test('a tolerance holds at its very edge', () => {
  const unit: Unit = { digits: 1, after: '', difference: '' };
  expect(scoreGuess(0.4, 0.1, 0.3, unit).nearness).toBe('right');
  expect(scoreGuess(0.5, 0.1, 0.3, unit).nearness).toBe('near');
  expect(scoreGuess(-0.2, 0.1, 0.3, unit).sentence).toBe('Yes, near enough. You said −0.2; it is 0.1, 0.3 too low.');
});
