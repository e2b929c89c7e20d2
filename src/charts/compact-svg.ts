// The SVG of a page's still pictures with the decimals that a screen shows and without the marks that it does not.

/** Numbers keep tenths of a pixel, small shapes hundredths; lines are written as steps from point to point, without summing up error. */
export function compactSvg(svg: string): string {
  return (
    svg
      .replace(/<(?:line|path)(?: [^>]*)? opacity="0"[^>]*\/>/g, '')
      // Chart.css sets it.
      .replaceAll(' font-family="var(--font-sans)"', '')
      .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${compactPath(path)}"`)
      .replace(/translate\(([^)]*)\)/g, (_, by: string) => `translate(${by.split(',').map(tenths).join(',')})`)
      .replace(/(\.\d\d)\d+/g, '$1')
  );
}

const tenths = (text: string): string => written(Math.round(Number(text) * 10) / 10);

const hundredths = (text: string): string => written(Math.round(Number(text) * 100) / 100);

/** No zero before the point, and no minus before a zero. */
function written(value: number): string {
  return String(value === 0 ? 0 : value).replace(/^(-?)0\./, '$1.');
}

function compactPath(path: string): string {
  return /^[MLZ\d\s,.eE+-]*$/.test(path)
    ? stepwise(path)
    : path
        .replace(/-?\d*\.?\d+(?:e[+-]?\d+)?/gi, (text) => ` ${hundredths(text)}`)
        .replace(/([A-Za-z,]) | (?=-)/g, '$1');
}

/** A path of straight lines with relative steps, each the difference of two rounded places. */
function stepwise(path: string): string {
  let [x, y] = [0, 0];
  let start = [x, y];
  let text = '';
  let within = false;
  for (const [, command, places] of path.matchAll(/([MLZ])([^MLZ]*)/g)) {
    if (command === 'Z') {
      text += 'Z';
      within = false;
      [x, y] = start;
      continue;
    }
    const [toX, toY] = places.split(',').map((place) => Math.round(Number(place) * 10));
    if (command === 'M') {
      text += `M${pair(toX, toY)}`;
      start = [toX, toY];
    } else text += joined(within, pair(toX - x, toY - y));
    within = command === 'L';
    [x, y] = [toX, toY];
  }
  return text;
}

const pair = (x: number, y: number): string => {
  const [first, second] = [written(x / 10), written(y / 10)];
  return second.startsWith('-') ? first + second : `${first},${second}`;
};

const joined = (within: boolean, step: string): string =>
  within ? (step.startsWith('-') ? step : `,${step}`) : `l${step}`;
