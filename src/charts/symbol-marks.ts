// Which marks of a chart belong to which symbols of the model: linked reading finds them in the drawing by this.

/**
 * By the name of a mark in the specification, or `name:2` for the second mark of that name's group: the symbols it shows, apart by spaces.
 * Pointing at the mark means the first of them; any of them marks it.
 */
export type SymbolMarks = Readonly<Record<string, string>>;

/** As an attribute of the chart's element. */
export function symbolAttribute(marks: SymbolMarks): string {
  return Object.entries(marks)
    .map(([mark, symbols]) => `${mark}=${symbols}`)
    .join(';');
}

export interface SymbolMark {
  readonly name: string;
  /** Place in its group, from 1; null for the whole group. */
  readonly place: number | null;
  readonly symbols: readonly string[];
}

export function readSymbolAttribute(attribute: string): readonly SymbolMark[] {
  return attribute
    .split(';')
    .filter((entry) => entry.includes('='))
    .map((entry) => {
      const [mark, symbols] = entry.split('=');
      const [name, place] = mark.split(':');
      return { name, place: place === undefined ? null : Number(place), symbols: symbols.split(' ') };
    });
}

/** Whether a group of this class holds the marks of this name: Vega-Lite makes it `lines_marks`, or `lines-2_marks` in a panel of its own. */
export function holdsMarks(groupClass: string, name: string): boolean {
  return groupClass.split(' ').some((word) => {
    const own = word.replace(/_marks$/, '');
    return own === name || own.startsWith(`${name}-`);
  });
}
