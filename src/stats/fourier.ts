// The fast Fourier transform of complex numbers, for lengths that are powers of two.

interface Roots {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

let kept: Roots = { cos: new Float64Array(1), sin: new Float64Array(1) };

/** The roots of the last length asked for are kept. */
function rootsFor(n: number): Roots {
  if (kept.cos.length !== n / 2) kept = roots(n);
  return kept;
}

/** cos and sin of 2 pi k / n for k below n / 2, from half angles and products: square roots are the same on every engine. */
function roots(n: number): Roots {
  const cos = new Float64Array(Math.max(1, n / 2));
  const sin = new Float64Array(Math.max(1, n / 2));
  cos[0] = 1;
  let c = -1; // angle pi
  let s = 0;
  for (let span = n / 4; span >= 1; span /= 2) {
    // The primitive angle of this span is half that of the last one.
    const half = Math.sqrt((1 + c) / 2);
    s = c === -1 ? 1 : s / (2 * half);
    c = half;
    for (let k = span; k < n / 2; k += 2 * span) {
      cos[k] = cos[k - span] * c - sin[k - span] * s;
      sin[k] = cos[k - span] * s + sin[k - span] * c;
    }
  }
  return { cos, sin };
}

/** Replaces x = re + i im by its transform sum_j x_j exp(-2 pi i j k / n), left in bit-reversed order; n a power of two. */
export function transform(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const { cos, sin } = rootsFor(n);
  for (let half = n / 2, stride = 1; half >= 1; half /= 2, stride *= 2) {
    for (let start = 0; start < n; start += 2 * half) {
      for (let j = 0, a = start, b = start + half; j < half; j++, a++, b++) {
        const c = cos[j * stride];
        const s = sin[j * stride];
        const dr = re[a] - re[b];
        const di = im[a] - im[b];
        re[a] += re[b];
        im[a] += im[b];
        re[b] = dr * c + di * s;
        im[b] = di * c - dr * s;
      }
    }
  }
}

/** The same sum for an x given in bit-reversed order, answered in natural order. */
export function transformReversed(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  const { cos, sin } = rootsFor(n);
  for (let half = 1, stride = n / 2; half < n; half *= 2, stride /= 2) {
    for (let start = 0; start < n; start += 2 * half) {
      for (let j = 0, a = start, b = start + half; j < half; j++, a++, b++) {
        const c = cos[j * stride];
        const s = sin[j * stride];
        const tr = re[b] * c + im[b] * s;
        const ti = im[b] * c - re[b] * s;
        re[b] = re[a] - tr;
        im[b] = im[a] - ti;
        re[a] += tr;
        im[a] += ti;
      }
    }
  }
}
