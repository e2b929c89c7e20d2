// The stored high-precision values, and errors measured against them.
import reference from '../reference/special-functions.json';

type Table = { readonly x: number[]; readonly high: number[]; readonly low: number[] };

interface Worst {
  readonly relative: number;
  readonly absolute: number;
  readonly at: number;
}

/** Largest errors of `f` over a stored table; the stored value has two parts, so an error far below one ulp is visible. */
export function worst(table: Table, f: (x: number, index: number) => number): Worst {
  let relative = 0;
  let absolute = 0;
  let at = NaN;
  table.x.forEach((x, i) => {
    const error = Math.abs(f(x, i) - table.high[i] - table.low[i]);
    if (!(error / Math.abs(table.high[i]) <= relative)) {
      relative = error / Math.abs(table.high[i]);
      at = x;
    }
    if (!(error <= absolute)) absolute = error;
  });
  return { relative, absolute, at };
}

export { reference };
