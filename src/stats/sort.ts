// Sorting numbers together with where they stood, by their bits: no comparison, so nothing to mispredict.

export interface Sorted {
  readonly values: Float64Array;
  /** Where each sorted value stood. */
  readonly order: Int32Array;
}

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
// Which 32-bit half of a double comes first depends on the machine, the order does not.
const HIGH = new Uint32Array(Float64Array.of(1).buffer)[1] === 0x3ff00000 ? 1 : 0;

/** `values` in increasing order, equal ones in their own order (-0 before 0, NaN last), with where they stood: a radix sort. */
export function sortWithOrder(values: Float64Array): Sorted {
  const n = values.length;
  const { low, high } = sortableWords(values);
  let order = new Int32Array(n);
  let other = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const counts = new Int32Array(DIGITS);
  for (const words of [low, high]) {
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
      if (distribute(words, shift, counts, order, other)) [order, other] = [other, order];
    }
  }
  const sorted = new Float64Array(n);
  for (let i = 0; i < n; i++) sorted[i] = values[order[i]];
  return { values: sorted, order };
}

/** The two halves of a 64-bit whole number that grows with the value: negative numbers have their bits flipped, others their sign. */
function sortableWords(values: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const n = values.length;
  const bits = new Uint32Array(values.slice().buffer);
  const low = new Uint32Array(n);
  const high = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    // A NaN may come with either sign: it goes last whichever it has.
    const word = values[i] === values[i] ? bits[2 * i + HIGH] : 0x7fffffff;
    const flip = word >> 31;
    high[i] = word ^ (flip | 0x80000000);
    low[i] = bits[2 * i + 1 - HIGH] ^ flip;
  }
  return { low, high };
}

/** One pass, stable, on the digit at `shift`; false when all values share it and nothing had to move. */
function distribute(words: Uint32Array, shift: number, counts: Int32Array, from: Int32Array, to: Int32Array): boolean {
  const n = words.length;
  const mask = DIGITS - 1;
  counts.fill(0);
  for (let i = 0; i < n; i++) counts[(words[i] >>> shift) & mask]++;
  if (n === 0 || counts[(words[0] >>> shift) & mask] === n) return false;
  let position = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit];
    counts[digit] = position;
    position += count;
  }
  for (let i = 0; i < n; i++) {
    const index = from[i];
    to[counts[(words[index] >>> shift) & mask]++] = index;
  }
  return true;
}
