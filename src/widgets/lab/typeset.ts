// TeX to HTML in the browser, by KaTeX, which is loaded when the first formula is wanted.

export type Typeset = (tex: string) => string | null;

let typesetter: Promise<Typeset> | null = null;

/** The function gives null for TeX that cannot be set. Names of the notation are the only text of the reader's that reaches it. */
export function loadTypeset(): Promise<Typeset> {
  typesetter ??= import('katex').then(({ default: katex }) => (tex) => {
    try {
      return katex.renderToString(tex, {
        displayMode: true,
        output: 'htmlAndMathml',
        throwOnError: true,
        strict: false,
        maxSize: 20,
        trust: ({ command }) => command === '\\htmlData',
      });
    } catch {
      return null;
    }
  });
  return typesetter;
}
