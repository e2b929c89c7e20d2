// Which typefaces a page shows at first: they are asked for with its text, so that no word moves when one comes late.

/** A font file of the build, and whether a page's HTML shows it. */
interface Face {
  readonly file: RegExp;
  readonly shownBy: (html: string) => boolean;
}

const greek = /[\u0370-\u03ff]/;

const faces: readonly Face[] = [
  { file: /source-sans-3-latin-wght-normal/, shownBy: () => true },
  { file: /source-serif-4-latin-wght-normal/, shownBy: () => true },
  { file: /source-serif-4-latin-wght-italic/, shownBy: (html) => /<(?:em|i|cite)[ >]/.test(text(html)) },
  {
    file: /source-serif-4-greek-wght-normal/,
    shownBy: (html) =>
      greek.test(text(html, 'figure')) ||
      /<(?:i\b|span class="knob-symbol")[^>]*>[^<]*[\u0370-\u03ff]/.test(text(html)),
  },
  { file: /source-sans-3-greek-wght-normal/, shownBy: (html) => greek.test(drawings(html)) },
  { file: /KaTeX_Main-Regular/, shownBy: (html) => html.includes('class="katex"') },
  { file: /KaTeX_Math-Italic/, shownBy: (html) => /class="(?:katex|causal-graph)[" ]/.test(html) },
];

/** Those of `files` that a page with this HTML shows. */
export function fontsShown(html: string, files: readonly string[]): readonly string[] {
  return faces.flatMap(({ file, shownBy }) => (shownBy(html) ? files.filter((name) => file.test(name)) : []));
}

/** The page without drawings, mathematics and what opens over it, and without elements of the names `others`. */
function text(html: string, ...others: readonly string[]): string {
  const names = ['svg', 'math', 'nav', ...others].join('|');
  return withoutElements(html, new RegExp(`^<(?:${names})\\b|^<[a-z]+ [^>]*(?:class="katex|popover=)`));
}

/** The words of all charts. */
function drawings(html: string): string {
  return [...html.matchAll(/<div class="chart-still[\s\S]*?<\/svg>/g)].map(([svg]) => svg).join('');
}

/** HTML as React renders it, without the elements whose opening tag matches. */
function withoutElements(html: string, opening: RegExp): string {
  let kept = '';
  /** Elements open inside one that is left out, itself counted. */
  let depth = 0;
  for (const [token, closing, name, alone] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)(?:"[^"]*"|[^">])*?(\/?)>|[^<]+|</g,
  )) {
    if (name === undefined || voids.has(name) || alone === '/') {
      if (depth === 0) kept += token;
    } else if (closing === '/') {
      if (depth > 0) depth--;
      else kept += token;
    } else if (depth > 0 || opening.test(token)) depth++;
    else kept += token;
  }
  return kept;
}

const voids = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);
