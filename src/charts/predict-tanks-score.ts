// How far guesses lie from what they guess at, and the six tanks that are guessed.

/**
 * Two tanks of each density with the same raw proportions, so that only the number of tadpoles differs: everybody lived (2, 20, 38), and
 * two in five did (9, 32, 44). Numbers as in the data file, from 1.
 */
export const guessedTanks: readonly number[] = [9, 2, 32, 20, 44, 38];

/** Root mean square distance in percentage points; both in proportions, one entry a tank. */
export function rootMeanSquare(guesses: readonly number[], answers: readonly number[]): number {
  const squares = guesses.map((guess, k) => (100 * (guess - answers[k])) ** 2);
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
}

/** A guess in whole percent from anything typed, moved or kept, or null. */
export function wholePercent(value: number): number | null {
  return Number.isFinite(value) ? Math.min(100, Math.max(0, Math.floor(value + 0.5))) : null;
}
