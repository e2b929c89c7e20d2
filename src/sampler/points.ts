// The points of one trajectory in one buffer: position, gradient, momentum, whitened gradient and energy, handed out as numbered slots.

/**
 * A pool of phase-space points. A trajectory holds slots by number, so that joining subtrees moves integers and never a vector. A slot is
 * free when nothing refers to it. Momenta are whitened: r = Lᵀp, where LLᵀ is the inverse mass matrix, so that r ~ Normal(0, I),
 * the kinetic energy is r·r / 2, and the velocity-momentum products of the U-turn criterion are plain dot products for any metric.
 */
export class Points {
  /** The points one after the other, each as position, gradient, momentum, whitened gradient; then the momentum sums. Offsets into it are in numbers. */
  readonly buffer: Float64Array;
  readonly positions: readonly Float64Array[];
  readonly gradients: readonly Float64Array[];
  readonly momenta: readonly Float64Array[];
  readonly logDensities: Float64Array;
  /** Potential plus kinetic energy. */
  readonly energies: Float64Array;
  private readonly references: Int32Array;
  private readonly free: Int32Array;
  private freeCount = 0;

  constructor(
    readonly dimension: number,
    readonly capacity: number,
    sums: number,
  ) {
    const buffer = new Float64Array((4 * capacity + sums) * dimension);
    const vector = (index: number) => buffer.subarray(index * dimension, (index + 1) * dimension);
    this.buffer = buffer;
    this.positions = Array.from({ length: capacity }, (_, slot) => vector(4 * slot));
    this.gradients = Array.from({ length: capacity }, (_, slot) => vector(4 * slot + 1));
    this.momenta = Array.from({ length: capacity }, (_, slot) => vector(4 * slot + 2));
    this.logDensities = new Float64Array(capacity);
    this.energies = new Float64Array(capacity);
    this.references = new Int32Array(capacity);
    this.free = new Int32Array(capacity);
    this.freeAll();
  }

  /** Offset of a slot's position; the other vectors follow. */
  point(slot: number): number {
    return 4 * slot * this.dimension;
  }

  momentum(slot: number): number {
    return (4 * slot + 2) * this.dimension;
  }

  /** Offset of the momentum sum with the given index. */
  sum(index: number): number {
    return (4 * this.capacity + index) * this.dimension;
  }

  /** A free slot with the given number of references. */
  take(references: number): number {
    if (this.freeCount === 0) throw new Error('the pool of points is exhausted');
    const slot = this.free[--this.freeCount];
    this.references[slot] = references;
    return slot;
  }

  release(slot: number): void {
    if (--this.references[slot] === 0) this.free[this.freeCount++] = slot;
  }

  /** Frees every slot but one, which gets the given number of references. */
  keepOnly(kept: number, references: number): void {
    this.freeAll(kept);
    this.references[kept] = references;
  }

  private freeAll(except = -1): void {
    this.freeCount = 0;
    for (let slot = this.capacity - 1; slot >= 0; slot--) {
      this.references[slot] = 0;
      if (slot !== except) this.free[this.freeCount++] = slot;
    }
  }
}
