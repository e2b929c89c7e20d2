// Rows of the charts of one trajectory: the path from above, its energy in time, and the doublings that made it.
import { clipLine, isInside } from './clip-line';
import type { ChartWindow, Place } from './clip-line';
import type { ChartData, ChartSignals, Row } from './definition';

/** What the rows need of a trajectory; points in the order in which they were made, the start first. */
export interface PathPicture {
  readonly positions: ArrayLike<number>;
  readonly momenta: ArrayLike<number>;
  readonly energies: ArrayLike<number>;
  readonly times: ArrayLike<number>;
  readonly doublings: ArrayLike<number>;
  readonly draw: number;
  readonly broke: number | null;
  readonly ending: 'steps' | 'u-turn' | 'divergence' | 'limit';
  readonly depth: number;
}

export interface ContourPicture {
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

type Pair = readonly [number, number];

export function contourRows(contours: readonly ContourPicture[], window: ChartWindow): Row[] {
  const lines = contours.flatMap(({ lines: of }) => of);
  return pieceRows(
    lines.flatMap((line) =>
      clipLine(
        line.map(([x, y]) => ({ x, y })),
        window,
      ),
    ),
  );
}

export function pairRows(pairs: readonly Pair[], window: ChartWindow): Row[] {
  return pairs.map(([x, y]) => ({ x, y })).filter((place) => isInside(place, window));
}

function pieceRows(pieces: readonly (readonly Place[])[]): Row[] {
  return pieces.flatMap((line, piece) => line.map(({ x, y }, place) => ({ piece, place, x, y })));
}

/** The first `made` points; once all are made, also the draw and the chord of a U-turn of the whole. */
export function pathRows(path: PathPicture, made: number, window: ChartWindow): ChartData {
  const { positions, times, doublings, depth, draw, broke, ending } = path;
  const place = (k: number): Place => ({ x: positions[2 * k], y: positions[2 * k + 1] });
  const seen = Array.from({ length: Math.min(made, times.length) }, (_, k) => k);
  const inWindow = (points: readonly number[]): Row[] =>
    points.map(place).flatMap((one) => (isInside(one, window) ? [{ ...one }] : []));
  const lineOf = (points: readonly number[]): Row[] =>
    pieceRows(clipLine([...points].sort((a, b) => times[a] - times[b]).map(place), window));
  const kept = seen.filter((k) => doublings[k] <= depth);
  const thrown = seen.filter((k) => doublings[k] > depth);
  const whole = made >= times.length;
  const turned = whole && ending === 'u-turn' && thrown.length === 0;
  return {
    path: lineOf(kept),
    thrown: lineOf([...joint(path, thrown), ...thrown]),
    steps: inWindow(kept),
    thrownSteps: inWindow(thrown),
    start: inWindow([0]),
    head: inWindow([whole ? draw : seen.length - 1]),
    broke: broke !== null && seen.includes(broke) ? inWindow([neighbour(path, broke)]) : [],
    chord: turned ? clipLine(ends(path).map(place), window).map(([a, b]) => ({ ...a, x2: b.x, y2: b.y })) : [],
  };
}

/** The point, one step nearer to the start in time, that a point was reached from. */
function neighbour({ times }: PathPicture, point: number): number {
  return Array.from(times).indexOf(times[point] > 0 ? times[point] - 1 : times[point] + 1);
}

/** The kept point that a thrown subtree grew from. */
function joint(path: PathPicture, thrown: readonly number[]): number[] {
  return thrown.length === 0 ? [] : [neighbour(path, thrown[0])];
}

/** The earliest and the latest point. */
function ends({ times }: PathPicture): [number, number] {
  const order = Array.from(times);
  return [order.indexOf(Math.min(...order)), order.indexOf(Math.max(...order))];
}

export interface EnergyPoint {
  readonly time: number;
  /** Above the bottom of the ground. */
  readonly total: number;
  readonly potential: number;
  readonly kinetic: number;
}

/** In order of time. `bottom`: the least potential energy there is. Infinite where there is no density. */
export function energyPoints({ energies, momenta, times }: PathPicture, bottom: number): EnergyPoint[] {
  return Array.from(times, (time, k) => {
    const kinetic = (momenta[2 * k] ** 2 + momenta[2 * k + 1] ** 2) / 2;
    return { time, total: energies[k] - bottom, potential: energies[k] - kinetic - bottom, kinetic };
  }).sort((a, b) => a.time - b.time);
}

/** How far above its start the energy axis goes at most: what is higher is drawn at the edge. */
const headroom = 6;

/** The rows of the first `made` points, and the axes, which fit the whole path. */
export function energyRows(
  path: PathPicture,
  made: number,
  bottom: number,
): { readonly data: ChartData; readonly signals: ChartSignals } {
  const { times, energies, doublings, depth, broke, ending } = path;
  const seen = new Set(Array.from(times).slice(0, made));
  const points = energyPoints(path, bottom);
  const start = energies[0] - bottom;
  const most = points.reduce((top, { total }) => Math.max(top, Math.min(total, start + headroom)), start + 1);
  const clip = (value: number): number => Math.max(0, Math.min(value, most + 0.3));
  const shown = points.filter(({ time }) => seen.has(time));
  const order = Array.from(times);
  const tree = ending !== 'steps';
  return {
    data: {
      energy: shown.map(({ time, total, potential }) => ({
        time,
        total: clip(total),
        potential: clip(Number.isFinite(potential) ? potential : total),
      })),
      energyBroke: broke !== null && seen.has(times[broke]) ? [{ time: times[broke], total: clip(Infinity) }] : [],
      halves: tree ? halves({ times, doublings, depth }, made) : [],
    },
    signals: {
      timeFrom: Math.min(...order) - 0.5,
      timeTo: Math.max(...order, Math.min(...order) + 4) + 0.5,
      energyTo: most + 0.3,
      note: tree ? '' : 'HMC has no tree: it goes the number of steps that it was told.',
    },
  };
}

/** For each doubling, the stretch of time that was there before it and the one that it added. */
function halves({ times, doublings, depth }: Pick<PathPicture, 'times' | 'doublings' | 'depth'>, made: number): Row[] {
  const rows: Row[] = [];
  const deepest = Array.from(doublings).reduce((most, one) => Math.max(most, one), 0);
  for (let doubling = 1; doubling <= deepest; doubling++) {
    const of = (holds: (one: number) => boolean): number[] =>
      Array.from(times).filter((_, k) => k < made && holds(doublings[k]));
    const added = of((one) => one === doubling);
    if (added.length === 0) break;
    const before = of((one) => one < doubling);
    const stretch = (part: readonly number[], kind: string): Row => ({
      doubling,
      from: Math.min(...part) - 0.4,
      to: Math.max(...part) + 0.4,
      kind,
    });
    rows.push(stretch(before, 'before'), stretch(added, doubling > depth ? 'thrown' : 'added'));
  }
  return rows;
}
