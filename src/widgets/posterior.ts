// A row of intervals from a fit: mean and interval from its summary, the central half and the curve from its marginals.
import type { Look } from '../charts/looks';
import type { Posterior } from '../charts/posterior-rows';
import { estimatesOf } from '../store/estimates';
import type { FitPicture, Marginal } from '../store/estimates';

/** `variable` has one element. */
export function posteriorOf(
  picture: FitPicture,
  variable: string,
  { inner, curve }: Marginal,
  { label, look }: { readonly label: string; readonly look: Look },
): Posterior {
  const { mean, lower, upper } = estimatesOf(picture, variable);
  return {
    label,
    look,
    mean: mean[0],
    lower: lower[0],
    upper: upper[0],
    innerLower: inner.lower,
    innerUpper: inner.upper,
    curve,
  };
}
