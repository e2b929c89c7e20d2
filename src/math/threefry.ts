// Threefry-4x32-20, a counter-based generator made of additions, rotations and exclusive ors (Salmon et al. 2011, SC'11).

/** Words in a key schedule: the four key words and their parity, twice over so that a round reads them without wrapping. */
export const SCHEDULE_WORDS = 10;
const PARITY = 0x1bd11bda; // from the Skein hash function, so that a zero key is no exception

/** Writes the schedule of the key (k0, k1, k2, k3) into `schedule`. */
export function scheduleKey(schedule: Int32Array, k0: number, k1: number, k2: number, k3: number): void {
  schedule[0] = k0;
  schedule[1] = k1;
  schedule[2] = k2;
  schedule[3] = k3;
  schedule[4] = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
  for (let i = 0; i < 5; i++) schedule[5 + i] = schedule[i];
}

/** Enciphers the counter (c0, c1, c2, c3) under the scheduled key into four words, from `at` on. */
export function threefry(
  words: Int32Array,
  at: number,
  schedule: Int32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
): void {
  let a = (c0 + schedule[0]) | 0;
  let b = (c1 + schedule[1]) | 0;
  let c = (c2 + schedule[2]) | 0;
  let d = (c3 + schedule[3]) | 0;
  for (let s = 1; s <= 5; s++) {
    if ((s & 1) === 1) {
      a = (a + b) | 0;
      b = ((b << 10) | (b >>> 22)) ^ a;
      c = (c + d) | 0;
      d = ((d << 26) | (d >>> 6)) ^ c;
      a = (a + d) | 0;
      d = ((d << 11) | (d >>> 21)) ^ a;
      c = (c + b) | 0;
      b = ((b << 21) | (b >>> 11)) ^ c;
      a = (a + b) | 0;
      b = ((b << 13) | (b >>> 19)) ^ a;
      c = (c + d) | 0;
      d = ((d << 27) | (d >>> 5)) ^ c;
      a = (a + d) | 0;
      d = ((d << 23) | (d >>> 9)) ^ a;
      c = (c + b) | 0;
      b = ((b << 5) | (b >>> 27)) ^ c;
    } else {
      a = (a + b) | 0;
      b = ((b << 6) | (b >>> 26)) ^ a;
      c = (c + d) | 0;
      d = ((d << 20) | (d >>> 12)) ^ c;
      a = (a + d) | 0;
      d = ((d << 17) | (d >>> 15)) ^ a;
      c = (c + b) | 0;
      b = ((b << 11) | (b >>> 21)) ^ c;
      a = (a + b) | 0;
      b = ((b << 25) | (b >>> 7)) ^ a;
      c = (c + d) | 0;
      d = ((d << 10) | (d >>> 22)) ^ c;
      a = (a + d) | 0;
      d = ((d << 18) | (d >>> 14)) ^ a;
      c = (c + b) | 0;
      b = ((b << 20) | (b >>> 12)) ^ c;
    }
    a = (a + schedule[s]) | 0;
    b = (b + schedule[s + 1]) | 0;
    c = (c + schedule[s + 2]) | 0;
    d = (d + schedule[s + 3] + s) | 0;
  }
  words[at] = a;
  words[at + 1] = b;
  words[at + 2] = c;
  words[at + 3] = d;
}
