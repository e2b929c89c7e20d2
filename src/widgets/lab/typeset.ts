// TeX to HTML in the browser, by KaTeX, which is loaded when the first formula is wanted.

export type Typeset = (tex: string) => string | null;

let typesetter: Promise<Typeset> | null = null;

/** The function gives null for TeX that cannot be set. Names of the notation are the only text of the reader's that reaches it. */
export function loadTypeset(): Promise<Typeset> {
  typesetter ??= load();
  return typesetter;
}

/** With the faces of nearly every formula, so that none moves when they come. */
async function load(): Promise<Typeset> {
  const faces = ['1em KaTeX_Main', 'italic 1em KaTeX_Math'].map((face) => document.fonts.load(face));
  const [{ default: katex }] = await Promise.all([import('katex'), Promise.allSettled(faces)]);
  return (tex) => {
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
  };
}
