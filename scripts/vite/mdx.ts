// MDX pages: mathematics set by KaTeX at build, headings with ids, and what the shell must know of a page beside it.
import { compile } from '@mdx-js/mdx';
import { basename, join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import rehypeSlug from 'rehype-slug';
import type { Plugin } from 'vite';
import { rehypeEquations } from './equations';
import { rehypeFigures } from './figures';
import { rehypeGlossary } from './glossary';
import { readPage } from './front-matter';
import { rehypeHeadings } from './headings';
import { rehypeMathematics } from './mathematics';
import { rehypeNotes } from './notes';
import { rehypeQuestions } from './questions';
import { rehypeTypography } from './typography';
import { rehypeValues } from './values';
import { componentsModule, rehypeVocabulary } from './vocabulary';

/**
 * A page's module has its component as default, the `components` it names, and `headings`: its second-level headings in order. With the
 * query `?notes` its default is the speaker's notes instead, a LessonNotes, with `?questions` it is the same of
 * the page's questions alone.
 */
export function mdx(): Plugin {
  let folder = '';
  let content = '';
  return {
    name: 'tadpool:mdx',
    enforce: 'pre',
    configResolved: (config) => {
      folder = join(config.root, '.cache/prerendered');
      content = join(config.root, 'content');
    },
    async transform(code, id) {
      const [path, query] = id.split('?');
      if (!path.endsWith('.mdx')) return null;
      const whole = !new URLSearchParams(query).has('questions');
      const { kind, outcomes } = readPage(basename(path), code);
      const lesson = whole && kind === 'lesson';
      const file = await compile(
        { value: code, path },
        {
          development: false,
          remarkPlugins: [remarkFrontmatter, remarkMath],
          rehypePlugins: [
            rehypeSlug,
            rehypeTypography,
            rehypeNotes,
            ...(whole ? [] : [rehypeQuestions]),
            rehypeHeadings,
            [rehypeGlossary, { lesson }],
            rehypeMathematics,
            rehypeVocabulary,
            [rehypeFigures, { content }],
            [
              rehypeEquations,
              {
                file: join(folder, 'equations.json'),
                environment: this.environment.name === 'client' ? 'browser' : 'server',
              },
            ],
            [rehypeValues, { file: join(folder, 'values.json') }],
          ],
        },
      );
      if (query === 'notes')
        return { code: `export default ${JSON.stringify(file.data.notes ?? {})};`, map: { mappings: '' } };
      const headings = JSON.stringify(file.data.headings ?? []);
      const components = componentsModule(file.data.components ?? []);
      return {
        code: `${String(file.value)}\n${components}export const headings = ${headings};\nexport const outcomes = ${JSON.stringify(outcomes)};\n`,
        map: { mappings: '' },
      };
    },
  };
}
