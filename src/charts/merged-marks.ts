// Lines of a still picture as paths, and runs of like marks as one element each: the same picture, with less to read, to style and to lay out.

/** Shorter runs stay as they are: linked reading counts the marks of small groups. */
const least = 6;

const place = String.raw`transform="translate\([^)]*\)"`;
const line = String.raw`<line ${place} x2="[^"]*" y2="[^"]*"`;
const lineRuns = runsOf(line);
const anyLine = new RegExp(String.raw`${line}([^>]*)/>`, 'g');
const shapeRuns = runsOf(String.raw`<path ${place}`);

/**
 * Lines become one path; shapes become a marker, drawn in their order at every point of one path, so that what shines through still does.
 * The ids of markers begin with `name`, which no other picture of the page may have.
 */
export function mergeMarks(svg: string, name: string): string {
  let markers = 0;
  return svg
    .replace(lineRuns, (run, attributes: string) => {
      const lines = linesOf(run);
      return attributes.includes('dasharray') || (attributes.includes('opacity') && !areApart(lines))
        ? run
        : pathOf(lines, attributes);
    })
    .replace(anyLine, (one, attributes: string) => pathOf(linesOf(one), attributes))
    .replace(shapeRuns, (run, attributes: string) => {
      const points = Array.from(run.matchAll(/translate\(([^)]*)\)/g), ([, point]) => point);
      const id = `${name}-${++markers}`;
      const everywhere = ['start', 'mid', 'end'].map((where) => ` marker-${where}="url(#${id})"`).join('');
      return (
        `<marker id="${id}" markerUnits="userSpaceOnUse" overflow="visible"><path${attributes}/></marker>` +
        `<path d="M${points.join(' ')}" fill="none" stroke="none"${everywhere}/>`
      );
    });
}

/** Elements in a row that begin like this and agree in what follows. */
function runsOf(beginning: string): RegExp {
  return new RegExp(String.raw`${beginning}([^>]*)\/>(?:${beginning}\1\/>){${least - 1},}`, 'g');
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

function linesOf(run: string): readonly Line[] {
  const places = /translate\(([^,]*),([^)]*)\)" x2="([^"]*)" y2="([^"]*)"/g;
  return Array.from(run.matchAll(places), ([, ...numbers]) => {
    const [x, y, dx, dy] = numbers.map(Number);
    return { x, y, dx, dy };
  });
}

/** Parallel to an axis, and each in a row or a column of its own. */
function areApart(lines: readonly Line[]): boolean {
  const own = (places: readonly number[]): boolean => new Set(places).size === lines.length;
  return (
    (lines.every(({ dx }) => dx === 0) && own(lines.map(({ x }) => x))) ||
    (lines.every(({ dy }) => dy === 0) && own(lines.map(({ y }) => y)))
  );
}

function pathOf(lines: readonly Line[], attributes: string): string {
  return `<path d="${lines.map(drawn).join('')}"${attributes}/>`;
}

function drawn({ x, y, dx, dy }: Line): string {
  const step = dx === 0 ? `v${dy}` : dy === 0 ? `h${dx}` : `l${dx},${dy}`;
  return `M${x},${y}${step}`;
}
