// Where a symbol stands on the page, and which symbol stands at a place: prose, equations, controls and the marks of charts.
import { holdsMarks, readSymbolAttribute } from '../charts/symbol-marks';
import type { SymbolMark } from '../charts/symbol-marks';

const chartSelector = '.chart[data-symbol-marks]';

/** Everything that shows the symbol. */
export function elementsOf(symbol: string): readonly Element[] {
  const named = document.querySelectorAll(`[data-symbol="${CSS.escape(symbol)}"]`);
  const charts = [...document.querySelectorAll<HTMLElement>(chartSelector)];
  return [...named, ...charts.flatMap((chart) => marksOf(chart, symbol))];
}

function marksOf(chart: HTMLElement, symbol: string): readonly Element[] {
  const groups = [...chart.querySelectorAll('g[class]')];
  return marksIn(chart)
    .filter(({ symbols }) => symbols.includes(symbol))
    .flatMap(({ name, place }) =>
      groups
        .filter((group) => holdsMarks(group.getAttribute('class') ?? '', name))
        .flatMap((group) => (place === null ? [group] : (group.children[place - 1] ?? []))),
    );
}

function marksIn(chart: HTMLElement): readonly SymbolMark[] {
  return readSymbolAttribute(chart.dataset.symbolMarks ?? '');
}

/** The symbol of an element or of what it lies in; a control is about a symbol as well. */
export function symbolOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const found = target.closest<HTMLElement>('[data-symbol], [data-about]');
  return found === null ? null : (found.dataset.symbol ?? found.dataset.about ?? null);
}

/** Thin lines are hard to hit: places this far from the pointer count too, in pixels. */
const reach: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, -4],
  [0, 4],
  [-4, 0],
  [4, 0],
];

/** The symbol of the chart's mark at a place of the window; whatever lies over it for pointing is looked through. */
export function symbolAt(target: EventTarget | null, x: number, y: number): string | null {
  if (!(target instanceof Element)) return null;
  const chart = target.closest<HTMLElement>(chartSelector);
  if (chart === null) return null;
  const marks = marksIn(chart);
  for (const [dx, dy] of reach) {
    for (const element of document.elementsFromPoint(x + dx, y + dy)) {
      const group = element.parentElement;
      if (group === null || !chart.contains(group)) continue;
      const groupClass = group.getAttribute('class') ?? '';
      const mark = marks.find(
        ({ name, place }) => holdsMarks(groupClass, name) && (place === null || group.children[place - 1] === element),
      );
      if (mark !== undefined) return mark.symbols[0];
    }
  }
  return null;
}
