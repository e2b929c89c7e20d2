// The page's own typefaces, packed into a picture so that it looks the same wherever it is opened.

interface Face {
  readonly family: string;
  readonly style: string;
  readonly weight: string;
  readonly range: string;
  readonly address: string;
}

/** What is set in a typeface: by its family and style, the characters. */
export type Setting = ReadonlyMap<string, ReadonlySet<number>>;

export function settingKey(family: string, style: string): string {
  return `${family}|${style === 'italic' ? 'italic' : 'normal'}`;
}

/** `@font-face` rules, their files inside, for the faces that the setting needs. A face that cannot be had is left to the next of the family's list. */
export async function packFonts(setting: Setting): Promise<string> {
  const faces = pageFaces().filter(({ family, style, range }) => {
    const characters = setting.get(settingKey(family, style));
    return characters !== undefined && covers(range, characters);
  });
  const rules = await Promise.all(faces.map((face) => packed(face).catch(() => '')));
  return rules.join('');
}

function pageFaces(): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string): string => rule.style.getPropertyValue(name).trim();
      const file = /url\("?([^")]+\.woff2)"?\)/.exec(read('src'));
      if (file === null) return [];
      return [
        {
          family: unquoted(read('font-family')),
          style: read('font-style') === 'italic' ? 'italic' : 'normal',
          weight: read('font-weight') || '400',
          range: read('unicode-range'),
          address: new URL(file[1], sheet.href ?? document.baseURI).href,
        },
      ];
    }),
  );
}

export function unquoted(family: string): string {
  return family.trim().replace(/^["']|["']$/g, '');
}

/** `range` as CSS writes it: "U+0-FF, U+2212"; '' covers everything. */
export function covers(range: string, characters: ReadonlySet<number>): boolean {
  if (range === '') return true;
  const stretches = range.split(',').map((part) => {
    const [from, to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return [...characters].some((character) => stretches.some(([from, to]) => character >= from && character <= to));
}

async function packed({ family, style, weight, range, address }: Face): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) return '';
  const content = await asDataUrl(await response.blob());
  const limits = range === '' ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};${limits}src:url(${content}) format("woff2")}`;
}

function asDataUrl(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no text')));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(content);
  });
}
