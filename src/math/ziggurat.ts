// The tables of the ziggurat for normal draws: 256 strips of equal area under exp(-x^2 / 2) (Marsaglia & Tsang 2000).
import { exp } from './exp';
import { log } from './log';
import { erfc } from './normal';

/** Where the lowest strip's tail begins, for 256 strips. */
export const TAIL_START = 3.654152885361008796;
const SQRT_HALF_PI = 1.2533141373155003;
const SQRT_HALF = 0.7071067811865476;

/** Right edge of strip i; the lowest strip, with its tail, has the width of a rectangle of the same area. 257 entries, the last 0. */
export const EDGE = new Float64Array(257);
/** exp(-x^2 / 2) at that edge; 1 at the top. */
export const HEIGHT = new Float64Array(257);
/** Area of each strip. */
export const STRIP_AREA =
  TAIL_START * exp(-0.5 * TAIL_START * TAIL_START) + SQRT_HALF_PI * erfc(TAIL_START * SQRT_HALF);

HEIGHT[0] = 0;
HEIGHT[1] = exp(-0.5 * TAIL_START * TAIL_START);
EDGE[0] = STRIP_AREA / HEIGHT[1];
EDGE[1] = TAIL_START;
for (let i = 2; i < 256; i++) {
  HEIGHT[i] = HEIGHT[i - 1] + STRIP_AREA / EDGE[i - 1];
  EDGE[i] = Math.sqrt(-2 * log(HEIGHT[i]));
}
HEIGHT[256] = 1;
EDGE[256] = 0;
