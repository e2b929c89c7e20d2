// A smooth curve through points that never overshoots them.

export interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The monotone cubic through `places`, x increasing, at an x between the first and the last (Steffen 1990). It is
 * the curve of Vega's interpolation `monotone`. Three places at least.
 */
export function monotoneAt(places: readonly Place[], x: number): number {
  const next = Math.min(
    Math.max(
      places.findIndex((place) => place.x >= x),
      1,
    ),
    places.length - 1,
  );
  const [a, b] = [places[next - 1], places[next]];
  const width = b.x - a.x;
  const t = (x - a.x) / width;
  const [from, to] = [slopeAt(places, next - 1), slopeAt(places, next)];
  const [t2, t3] = [t * t, t * t * t];
  return (
    a.y * (2 * t3 - 3 * t2 + 1) + from * width * (t3 - 2 * t2 + t) + b.y * (3 * t2 - 2 * t3) + to * width * (t3 - t2)
  );
}

function slopeAt(places: readonly Place[], k: number): number {
  const rise = (i: number): number => (places[i + 1].y - places[i].y) / (places[i + 1].x - places[i].x);
  if (k === 0) return (3 * rise(0) - slopeAt(places, 1)) / 2;
  if (k === places.length - 1) return (3 * rise(k - 1) - slopeAt(places, k - 1)) / 2;
  const [before, after] = [rise(k - 1), rise(k)];
  const [left, right] = [places[k].x - places[k - 1].x, places[k + 1].x - places[k].x];
  const middle = (before * right + after * left) / (left + right);
  if (before * after <= 0) return 0;
  return Math.sign(before) * Math.min(2 * Math.abs(before), 2 * Math.abs(after), Math.abs(middle));
}
