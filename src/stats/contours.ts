// Lines of equal height through a grid, and the heights that enclose given shares of a density.
import { exp } from '../math/exp';

/** Log densities: `values[row * x.length + column]`, rows along y. */
export interface HeightGrid {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly values: ArrayLike<number>;
}

export type Line = readonly (readonly [number, number])[];

/** For each share, the log density above which that much of the mass within the grid lies. Cells may differ in size. */
export function enclosingLevels({ x, y, values }: HeightGrid, shares: readonly number[]): number[] {
  const top = Array.from(values).reduce((most, value) => Math.max(most, value), -Infinity);
  const cells = Array.from(values, (value, k) => {
    const area = extent(x, k % x.length) * extent(y, Math.floor(k / x.length));
    return { value, mass: area * exp(value - top) };
  }).sort((a, b) => b.value - a.value);
  const total = cells.reduce((sum, { mass }) => sum + mass, 0);
  return shares.map((share) => {
    let sum = 0;
    const last = cells.find(({ mass }) => (sum += mass) >= share * total);
    return last?.value ?? -Infinity;
  });
}

/** Half the way to each neighbour. */
function extent(places: readonly number[], k: number): number {
  return (places[Math.min(places.length - 1, k + 1)] - places[Math.max(0, k - 1)]) / 2;
}

/** Marching squares (Lorensen and Cline 1987, in two dimensions): lines closed or ending at the grid's edge, linear between its points. */
export function contourLines(grid: HeightGrid, level: number): Line[] {
  const { x, y } = grid;
  const neighbours = new Map<number, number[]>();
  const link = (a: number, b: number): void => {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  };
  for (let row = 0; row + 1 < y.length; row++)
    for (let column = 0; column + 1 < x.length; column++)
      for (const [a, b] of crossings(grid, level, row, column)) link(a, b);
  const left = new Set(neighbours.keys());
  const lines: Line[] = [];
  const follow = (first: number): void => {
    const line: number[] = [];
    for (let at: number | undefined = first; at !== undefined;) {
      line.push(at);
      left.delete(at);
      at = neighbours.get(at)?.find((next) => left.has(next));
    }
    const closes = line.length > 2 && (neighbours.get(first) ?? []).includes(line[line.length - 1]);
    lines.push([...line, ...(closes ? [first] : [])].map((edge) => placeOf(grid, level, edge)));
  };
  // Lines that end at the edge of the grid first, from an end.
  for (const [edge, ends] of neighbours) if (ends.length === 1 && left.has(edge)) follow(edge);
  for (const edge of neighbours.keys()) if (left.has(edge)) follow(edge);
  return lines;
}

/** An edge of the grid by a number: from a point to its right neighbour (even) or the one above (odd). */
function crossings(
  { x, values }: HeightGrid,
  level: number,
  row: number,
  column: number,
): (readonly [number, number])[] {
  const corner = row * x.length + column;
  const above = corner + x.length;
  const high = [corner, corner + 1, above + 1, above].map((k) => values[k] > level);
  const edges = [2 * corner, 2 * (corner + 1) + 1, 2 * above, 2 * corner + 1];
  const crossed = edges.filter((_, k) => high[k] !== high[(k + 1) % 4]);
  if (crossed.length === 2) return [[crossed[0], crossed[1]]];
  if (crossed.length < 4) return [];
  // A saddle: the middle of the cell decides which corners are joined.
  const middle = (values[corner] + values[corner + 1] + values[above] + values[above + 1]) / 4 > level;
  const [bottom, right, top, leftEdge] = edges;
  return middle === high[0]
    ? [
        [bottom, right],
        [top, leftEdge],
      ]
    : [
        [bottom, leftEdge],
        [right, top],
      ];
}

function placeOf({ x, y, values }: HeightGrid, level: number, edge: number): readonly [number, number] {
  const upright = edge % 2 === 1;
  const from = (edge - (upright ? 1 : 0)) / 2;
  const to = from + (upright ? x.length : 1);
  const share = (level - values[from]) / (values[to] - values[from]);
  const [column, row] = [from % x.length, Math.floor(from / x.length)];
  return upright
    ? [x[column], y[row] + share * (y[row + 1] - y[row])]
    : [x[column] + share * (x[column + 1] - x[column]), y[row]];
}
