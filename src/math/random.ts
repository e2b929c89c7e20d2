// Random numbers: independent streams by seed and path, the same to the bit on every engine.
import { exp } from './exp';
import { log } from './log';
import { SCHEDULE_WORDS, scheduleKey, threefry } from './threefry';
import { EDGE, HEIGHT, TAIL_START } from './ziggurat';

export interface Random {
  /** Whole, 0 to 2^32 - 1. */
  uint32(): number;
  /** Open (0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal, by the ziggurat. */
  normal(): number;
  /** Whole, 0 to below - 1, each equally likely; `below` from 1 to 2^53. */
  integer(below: number): number;
  /** Exponential with rate 1. */
  exponential(): number;
}

const TWO_32 = 4294967296;
/** Words enciphered at a time: four blocks. */
const WORDS = 16;
const TWO_53 = 9007199254740992;
const TWO_MINUS_53 = 1.1102230246251565e-16;
/** Last counter word: what a block is for. A key is never enciphered under the same counter for both. */
const FOR_OUTPUT = 0;
const FOR_SPLITTING = 1;

class Stream implements Random {
  private readonly schedule = new Int32Array(SCHEDULE_WORDS);
  /** Some blocks at a time, as signed words. */
  private readonly words = new Int32Array(WORDS);
  /** Number of the next block, low word first. */
  private low = 0;
  private high = 0;
  private next = WORDS;

  constructor(seed: number, path: readonly number[]) {
    const { schedule, words } = this;
    scheduleKey(schedule, seed | 0, (seed / TWO_32) | 0, 0, 0);
    for (const step of path) {
      threefry(words, 0, schedule, step | 0, (step / TWO_32) | 0, 0, FOR_SPLITTING);
      scheduleKey(schedule, words[0], words[1], words[2], words[3]);
    }
  }

  /** The next word, signed. */
  private word(): number {
    if (this.next === WORDS) this.refill();
    return this.words[this.next++];
  }

  uint32(): number {
    return this.word() >>> 0;
  }

  private refill(): void {
    for (let at = 0; at < WORDS; at += 4) {
      threefry(this.words, at, this.schedule, this.low, this.high, 0, FOR_OUTPUT);
      this.low = (this.low + 1) | 0;
      if (this.low === 0) this.high = (this.high + 1) | 0;
    }
    this.next = 0;
  }

  /** Whole, 0 to 2^53 - 1. */
  private uint53(): number {
    const high = this.word() >>> 11;
    return high * TWO_32 + (this.word() >>> 0);
  }

  uniform(): number {
    let whole = this.uint53();
    while (whole === 0) whole = this.uint53();
    return whole * TWO_MINUS_53;
  }

  normal(): number {
    for (;;) {
      const word = this.word();
      const strip = word & 255;
      const x = ((word >>> 11) * TWO_32 + (this.word() >>> 0)) * TWO_MINUS_53 * EDGE[strip];
      // A product, since a coin that decides a branch is guessed wrong half the time.
      const sign = 1 - ((word & 256) >> 7);
      if (x < EDGE[strip + 1]) return sign * x;
      if (strip === 0) return sign * this.normalTail();
      const y = HEIGHT[strip] + this.uniform() * (HEIGHT[strip + 1] - HEIGHT[strip]);
      if (y < exp(-0.5 * x * x)) return sign * x;
    }
  }

  /** A normal beyond the lowest strip: an exponential proposal (Marsaglia 1964). */
  private normalTail(): number {
    for (;;) {
      const beyond = this.exponential() / TAIL_START;
      if (2 * this.exponential() > beyond * beyond) return TAIL_START + beyond;
    }
  }

  integer(below: number): number {
    if (below <= TWO_32) {
      const limit = TWO_32 - (TWO_32 % below);
      let whole = this.uint32();
      while (whole >= limit) whole = this.uint32();
      return whole % below;
    }
    const limit = TWO_53 - (TWO_53 % below);
    let whole = this.uint53();
    while (whole >= limit) whole = this.uint53();
    return whole % below;
  }

  exponential(): number {
    return -log(this.uniform());
  }
}

/**
 * The stream of `seed` and `path` (chain number, purpose, …): every path is a stream of its own, and so is every prefix of it.
 * Each step of the path enciphers it into a new 128-bit key. Seed and path are whole numbers from 0 to 2^53 - 1.
 */
export function randomStream(seed: number, ...path: number[]): Random {
  for (const value of [seed, ...path]) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`A seed and its path are whole numbers from 0 to 2^53 - 1, not ${value}`);
    }
  }
  return new Stream(seed, path);
}
