// KaTeX's style sheet names each font three times over; every browser that runs this site reads woff2.
import type { Plugin } from 'vite';

export function katexFonts(): Plugin {
  return {
    name: 'tadpool:katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex(\.min)?\.css/.test(id)) return null;
      return { code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''), map: null };
    },
  };
}
