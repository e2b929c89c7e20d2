// What is too tall for one screen, divided between its paragraphs and items.

export interface Unit {
  /** Edges as laid out one under the other, in any one unit of length. */
  readonly top: number;
  readonly bottom: number;
  /** Never last on a screen: a heading. */
  readonly opens: boolean;
}

/** Screens in order, each with the places of its units; a unit taller than `room` has a screen of its own. At least one screen. */
export function partsOf(units: readonly Unit[], room: number): readonly (readonly number[])[] {
  const parts: number[][] = [];
  let part: number[] = [];
  const end = (): void => {
    if (part.length > 0) parts.push(part);
    part = [];
  };
  units.forEach((unit, at) => {
    const first = part[0];
    if (first !== undefined && unit.bottom - units[first].top > room) {
      const carried: number[] = [];
      while (part.length > 1 && units[part[part.length - 1]].opens) carried.unshift(...part.splice(-1));
      end();
      part = carried;
    }
    part.push(at);
  });
  end();
  return parts.length === 0 ? [[]] : parts;
}
