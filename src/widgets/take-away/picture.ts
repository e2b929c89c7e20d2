// The figure as one SVG that stands alone: its drawings as they are on the page, colours and typefaces resolved, title above, credit below.
import { packFonts, settingKey, unquoted } from './fonts';

export interface StandalonePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
const margin = 24;
const titleSize = 20;
const creditSize = 12;

/** Presentation that style sheets may have set, and that a picture carries as attributes. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'visibility',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
] as const;

export interface Frame {
  readonly title: string;
  readonly credit: string;
}

/** `drawing`: the box on the page that holds the drawings. What is not displayed is left out. */
export async function pictureOf(drawing: HTMLElement, { title, credit }: Frame): Promise<StandalonePicture> {
  const box = drawing.getBoundingClientRect();
  const sources = [...drawing.querySelectorAll('svg')].filter(
    (svg) => svg.getClientRects().length > 0 && svg.parentElement?.closest('svg') === null,
  );
  const places = sources.map((svg) => svg.getBoundingClientRect());
  const drawnHeight = Math.max(...places.map(({ bottom }) => bottom)) - box.top;
  const width = Math.ceil(box.width) + 2 * margin;
  const titleLines = wrapped(title, `600 ${titleSize}px ${sans()}`, box.width);
  const creditLines = wrapped(credit, `400 ${creditSize}px ${sans()}`, box.width);
  const top = margin + titleLines.length * titleSize * 1.3 + 8;
  const creditTop = top + drawnHeight + 20;
  const height = Math.ceil(creditTop + creditLines.length * creditSize * 1.4 + margin - creditSize);

  const picture = document.createElementNS(namespace, 'svg');
  setAll(picture, { xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
  const name = document.createElementNS(namespace, 'title');
  name.textContent = title;
  const paper = document.createElementNS(namespace, 'rect');
  setAll(paper, { width: '100%', height: '100%', fill: themeColour('--paper') });
  picture.append(name, paper, lines(titleLines, margin + titleSize * 0.8, titleSize, '600', '--ink'));
  sources.forEach((source, i) => {
    const place = places[i];
    const copy = resolvedCopy(source);
    setAll(copy, { x: margin + place.left - box.left, y: top + place.top - box.top });
    setAll(copy, { width: place.width, height: place.height, overflow: 'visible' });
    picture.append(copy);
  });
  picture.append(lines(creditLines, creditTop, creditSize, '400', '--muted'));

  const fonts = await packFonts(settingOf(picture));
  if (fonts !== '') {
    const style = document.createElementNS(namespace, 'style');
    style.textContent = fonts;
    picture.prepend(style);
  }
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** A copy whose looks no longer depend on the page. Targets of pointing stay behind. */
function resolvedCopy(source: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(source, true);
  const originals = [source, ...source.querySelectorAll('*')];
  const copies: readonly Element[] = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, i) => resolve(original, copies[i]));
  for (const target of copy.querySelectorAll('[class*="pointing"], .background, .foreground')) target.remove();
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const attribute of ['class', 'style', 'role', 'pointer-events', 'data-linked', 'data-lit'])
      one.removeAttribute(attribute);
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const { name } of [...one.attributes]) if (name.startsWith('aria-')) one.removeAttribute(name);
  return copy;
}

function resolve(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  const parent = original.parentElement === null ? null : getComputedStyle(original.parentElement);
  const isText = original.tagName === 'text' || original.tagName === 'tspan';
  for (const property of carried) {
    const value = style.getPropertyValue(property);
    const font = property.startsWith('font-') || property === 'text-anchor';
    if (font && !isText) copy.removeAttribute(property);
    else if (font || copy.hasAttribute(property) || value !== parent?.getPropertyValue(property))
      copy.setAttribute(property, property === 'font-family' ? families(value) : value);
  }
}

/** The stand-ins that a page shows while its own typefaces load mean nothing elsewhere. */
function families(list: string): string {
  return list
    .split(',')
    .filter((family) => !family.includes('while loading'))
    .map((family) => family.trim())
    .join(', ');
}

function settingOf(picture: SVGSVGElement): Map<string, Set<number>> {
  const setting = new Map<string, Set<number>>();
  for (const text of picture.querySelectorAll('text')) {
    const style = text.getAttribute('font-style') ?? 'normal';
    for (const family of (text.getAttribute('font-family') ?? '').split(',')) {
      const key = settingKey(unquoted(family), style);
      const characters = setting.get(key) ?? new Set<number>();
      for (const character of text.textContent ?? '') characters.add(character.codePointAt(0) ?? 0);
      setting.set(key, characters);
    }
  }
  return setting;
}

function lines(texts: readonly string[], top: number, size: number, weight: string, colour: string): SVGGElement {
  const group = document.createElementNS(namespace, 'g');
  texts.forEach((line, i) => {
    const text = document.createElementNS(namespace, 'text');
    text.textContent = line;
    setAll(text, { x: margin, y: top + i * size * 1.35, 'font-size': `${size}px`, 'font-weight': weight });
    setAll(text, { 'font-family': sans(), fill: themeColour(colour) });
    group.append(text);
  });
  return group;
}

function sans(): string {
  return families(getComputedStyle(document.documentElement).getPropertyValue('--font-sans'));
}

/** A variable of the theme, resolved. */
function themeColour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function wrapped(text: string, font: string, width: number): readonly string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return [text];
  context.font = font;
  const found: string[] = [];
  for (const word of text.split(/ +/)) {
    const last = found.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && context.measureText(longer).width > width) found.push(word);
    else found.splice(-1, 1, longer);
  }
  return found;
}

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
