// Lines cut at the window's edge, so that nothing is drawn outside it. SVG's own clipping needs ids, which several pictures would share.

export interface ChartWindow {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export function isInside({ x, y }: Place, window: ChartWindow): boolean {
  return x >= window.x[0] && x <= window.x[1] && y >= window.y[0] && y <= window.y[1];
}

/** The pieces of a line that lie in the window, each with at least two places. Places that are not finite end a piece. */
export function clipLine(line: readonly Place[], window: ChartWindow): Place[][] {
  const pieces: Place[][] = [];
  let open = false;
  for (let k = 1; k < line.length; k++) {
    const [from, to] = [line[k - 1], line[k]];
    const part = clipSegment(from, to, window);
    if (part === null) {
      open = false;
      continue;
    }
    if (open) pieces[pieces.length - 1].push(part[1]);
    else pieces.push([...part]);
    open = part[1] === to;
  }
  return pieces;
}

/** The part of a segment within the window (Liang and Barsky 1984); its ends are the given ones where they lie inside. */
function clipSegment(from: Place, to: Place, { x, y }: ChartWindow): readonly [Place, Place] | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return null;
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, from.x - x[0]],
    [dx, x[1] - from.x],
    [-dy, from.y - y[0]],
    [dy, y[1] - from.y],
  ];
  for (const [outward, room] of sides) {
    if (outward === 0 && room < 0) return null;
    if (outward < 0) enter = Math.max(enter, room / outward);
    if (outward > 0) leave = Math.min(leave, room / outward);
  }
  if (enter > leave) return null;
  const at = (share: number): Place => ({ x: from.x + share * dx, y: from.y + share * dy });
  return [enter === 0 ? from : at(enter), leave === 1 ? to : at(leave)];
}
