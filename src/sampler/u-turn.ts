// The generalized U-turn criterion: has a trajectory begun to double back?

/**
 * Joins two neighbouring points. Writes the sum of their momenta and tells whether the pair keeps going: both momenta have a positive
 * product with the sum (Betancourt 2017, arXiv 1701.02434, appendix A.4.2; momenta whitened, so the metric does not appear). Vectors are
 * given by their offsets in the buffer and have length n.
 */
export function joinPoints(buffer: Float64Array, n: number, first: number, last: number, sum: number): boolean {
  let atFirst = 0;
  let atLast = 0;
  for (let i = 0; i < n; i++) {
    const a = buffer[first + i];
    const b = buffer[last + i];
    const rho = a + b;
    buffer[sum + i] = rho;
    atFirst += a * rho;
    atLast += b * rho;
  }
  return atFirst > 0 && atLast > 0;
}

/**
 * Joins two neighbouring subtrees of at least two points each, given the momenta at their outer and inner ends and their momentum sums.
 * Adds `sum2` to `sum1` and tells whether the union keeps going: over the whole, and over each subtree with its neighbour's nearest
 * point, which catches the U-turn that lies across the joint (the checks that Stan makes since 2.21). All in one pass.
 */
export function joinSubtrees(
  buffer: Float64Array,
  n: number,
  outer1: number,
  inner1: number,
  sum1: number,
  inner2: number,
  outer2: number,
  sum2: number,
): boolean {
  let whole1 = 0;
  let whole2 = 0;
  let left1 = 0;
  let left2 = 0;
  let right1 = 0;
  let right2 = 0;
  for (let i = 0; i < n; i++) {
    const a = buffer[sum1 + i];
    const b = buffer[sum2 + i];
    const p1 = buffer[inner1 + i];
    const p2 = buffer[inner2 + i];
    const q1 = buffer[outer1 + i];
    const q2 = buffer[outer2 + i];
    const rho = a + b;
    const left = a + p2;
    const right = p1 + b;
    buffer[sum1 + i] = rho;
    whole1 += q1 * rho;
    whole2 += q2 * rho;
    left1 += q1 * left;
    left2 += p2 * left;
    right1 += p1 * right;
    right2 += q2 * right;
  }
  return whole1 > 0 && whole2 > 0 && left1 > 0 && left2 > 0 && right1 > 0 && right2 > 0;
}
