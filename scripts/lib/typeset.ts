// TeX to HTML with KaTeX, the same everywhere at build: pages, equations of models, labels.
import katex from 'katex';

/** Throws on TeX that KaTeX cannot read. `\htmlClass` and `\htmlData` are allowed: they tie symbols to marks and sliders. */
export function typeset(tex: string, display: boolean): string {
  return katex.renderToString(tex, {
    displayMode: display,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
  });
}
