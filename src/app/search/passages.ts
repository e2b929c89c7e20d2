// What a search can find: the passages of rendered pages, each with the nearest place that a link can name.

/** A heading, a figure's title, a word of the glossary, or text. */
export type PassageKind = 'heading' | 'figure' | 'word' | 'text';

export interface Passage {
  readonly kind: PassageKind;
  /** Id on the page, '' for its top. */
  readonly anchor: string;
  /** The heading it stands under, or is. */
  readonly heading: string;
  readonly text: string;
}

export interface SearchPage {
  readonly slug: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** Elements that end the passage before them. All others, MathML's among them, are part of one. */
const blocks = new Set(
  'article aside blockquote details dd div dl dt figcaption figure footer h1 h2 h3 header li main ol p pre section summary ul'.split(
    ' ',
  ),
);
const voids = new Set('br hr img input wbr'.split(' '));
const unread = new Set('annotation button fieldset nav script select style svg table'.split(' '));
const furniture = new Set(
  'anchor chart equation-body figure-controls figure-menu figure-number figure-readout figure-status lab-link katex-display link-notice page-minutes page-outcomes-lead question-close question-number question-offers term-card'.split(
    ' ',
  ),
);

interface Tag {
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly hidden: boolean;
}

/** What was true outside an element, for when it closes. */
interface Outside {
  readonly name: string;
  readonly anchor: string;
}

/** Reads the main part of a page as React rendered it: every attribute is quoted, every < of the text escaped, every element closed. */
export function passagesOf(html: string): readonly Passage[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const passages: Passage[] = [];
  const open: Outside[] = [];
  let place = { anchor: '', heading: '' };
  let kind: PassageKind = 'text';
  let text = '';
  /** How many open elements are not read. */
  let unseen = 0;

  const end = (next: PassageKind): void => {
    const words = unescaped(text).replace(/\s+/g, ' ').trim();
    // Labels and buttons are no passages.
    if (kind !== 'text' || words.split(' ').length > 5) {
      if (kind === 'heading' || kind === 'word') place = { ...place, heading: words };
      passages.push({ kind, ...place, text: words });
    }
    text = '';
    kind = next;
  };

  for (const [token, closing, name, attributes, alone] of main.matchAll(
    /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/g,
  )) {
    if (name === undefined) {
      if (unseen === 0 && !token.startsWith('<!--')) text += token;
    } else if (closing === '/') {
      const outside = open.pop();
      if (unseen > 0) unseen -= 1;
      else if (blocks.has(name)) {
        end('text');
        if (name === 'figure' && outside !== undefined) place = { ...place, anchor: outside.anchor };
      }
    } else if (alone !== '/' && !voids.has(name)) {
      const tag = readTag(name, attributes);
      open.push({ name, anchor: place.anchor });
      if (unseen > 0 || !isRead(tag)) unseen += 1;
      else if (blocks.has(name)) {
        const next = kindOf(tag);
        end(next);
        if (next === 'heading' || next === 'word' || (name === 'figure' && tag.id !== undefined))
          place = { ...place, anchor: tag.id ?? '' };
      }
    }
  }
  return passages;
}

function readTag(name: string, attributes: string): Tag {
  const value = (attribute: string): string | undefined =>
    new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes)?.[1];
  return { name, id: value('id'), classes: (value('class') ?? '').split(' '), hidden: value('aria-hidden') === 'true' };
}

function isRead({ name, classes, hidden }: Tag): boolean {
  if (hidden || classes.some((one) => furniture.has(one))) return false;
  return !unread.has(name) || classes.includes('term-word');
}

function kindOf({ name, classes, id }: Tag): PassageKind {
  if (/^h[1-3]$/.test(name)) return 'heading';
  if (name === 'dt' && id !== undefined) return 'word';
  return classes.includes('figure-title') ? 'figure' : 'text';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}
