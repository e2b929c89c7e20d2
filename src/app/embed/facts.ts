// What an embedded figure's document knows of itself: written at build into an attribute, read again before hydration.

export interface EmbedFacts {
  /** Of the page that the figure is taken from. */
  readonly slug: string;
  /** Of that page. */
  readonly title: string;
  readonly name: string;
  readonly number: string;
  readonly component: string;
  /** What that page says of it. */
  readonly props: Readonly<Record<string, string>>;
}

/** Only ever the build's own text. */
export function readEmbedFacts(text: string): EmbedFacts {
  const facts: unknown = JSON.parse(text);
  const fields = new Map(Object.entries(typeof facts === 'object' && facts !== null ? facts : {}));
  const read = (field: string): string => String(fields.get(field));
  const props: unknown = fields.get('props');
  return {
    slug: read('slug'),
    title: read('title'),
    name: read('name'),
    number: read('number'),
    component: read('component'),
    props: Object.fromEntries(
      Object.entries(typeof props === 'object' && props !== null ? props : {}).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
  };
}
