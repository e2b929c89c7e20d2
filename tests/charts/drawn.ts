// Reads marks back from the text of an SVG.

export interface DrawnMark {
  readonly x: number;
  readonly y: number;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Marks of each group whose class begins with `name`, group by group, in its own coordinates. */
export function groups(svg: string, name: string): DrawnMark[][] {
  const group = new RegExp(`<g class="mark-[a-z]+ role-[a-z-]+ ?${name}[^"]*">(.*?)</g>`, 'g');
  return [...svg.matchAll(group)].map(([, content]) =>
    [...content.matchAll(/<(?:path|line|text|rect)\b([^>]*)>/g)].map(mark),
  );
}

function mark([, source]: RegExpMatchArray): DrawnMark {
  const attributes = new Map([...source.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
  const place = /translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes.get('transform') ?? '');
  if (place === null) throw new Error(`a mark without a place: ${source}`);
  return { x: Number(place[1]), y: Number(place[2]), attributes };
}

/** The heights of the lines at 0 % and 100 % of the first panel. */
export function percentScale(svg: string): (proportion: number) => number {
  const [grid] = [...svg.matchAll(/<g class="mark-rule role-axis-grid">(.*?)<\/g>/g)];
  const heights = [...grid[1].matchAll(/translate\(0,([-\d.]+)\)/g)].map(([, y]) => Number(y));
  const labels = [...svg.matchAll(/<g class="mark-text role-axis-label">(.*?)<\/g>/g)][0][1];
  const percents = [...labels.matchAll(/>(\d+)\u202f%</g)].map(([, percent]) => Number(percent) / 100);
  const zero = heights[percents.indexOf(0)];
  const one = heights[percents.indexOf(1)];
  return (proportion) => zero + proportion * (one - zero);
}
