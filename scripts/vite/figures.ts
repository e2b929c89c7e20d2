// Numbers the figures of a page, "2.3", and gives each an anchor from its component's name, which stays when another figure is put before it.
import { createProcessor } from '@mdx-js/mdx';
import type { Root, RootContent } from 'hast';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import { VFile } from 'vfile';
import { readContents } from './contents';
import { isFigure, rehypeVocabulary } from './vocabulary';

export interface FigureFacts {
  /** Of the page: 'reed-frogs', '' for the front page. */
  readonly slug: string;
  /** 'score-curve'; the second of its kind on a page is 'causal-graph-2'. */
  readonly name: string;
  /** The lesson's place in the lecture and the figure's on the page; the front page counts as 0, a page beside the lecture has no first half. */
  readonly number: string;
  readonly component: string;
  /** What the page says of it. */
  readonly props: Readonly<Record<string, string>>;
}

type Element = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Wraps each figure in a FigurePlace (src/widgets) and leaves the list in `file.data.figures`. `content`: the folder of all pages. */
export function rehypeFigures({ content }: { readonly content: string }) {
  return (tree: Root, file: VFile): void => {
    const slug = slugOf(basename(file.path));
    const chapter = chapterOf(slug, content);
    const figures: FigureFacts[] = [];
    const wrap = (parent: Root | RootContent): void => {
      if (!('children' in parent)) return;
      parent.children.forEach((child, k) => {
        if (!isElement(child) || child.name === null || !isFigure(child.name)) return wrap(child);
        const facts: FigureFacts = {
          slug,
          name: nameOf(child.name, figures),
          number: `${chapter}${figures.length + 1}`,
          component: child.name,
          props: propsOf(child, file),
        };
        figures.push(facts);
        parent.children[k] = placed(child, facts);
      });
    };
    wrap(tree);
    file.data.figures = figures;
  };
}

/** The figures of all pages, in reading order. */
export async function readFigures(content: string): Promise<readonly FigureFacts[]> {
  const processor = createProcessor({
    remarkPlugins: [remarkFrontmatter, remarkMath],
    rehypePlugins: [rehypeVocabulary, [rehypeFigures, { content }]],
  });
  const lists = await Promise.all(
    readContents(content).map(async ({ slug }) => {
      const path = join(content, `${slug === '' ? 'index' : slug}.mdx`);
      const file = await processor.process(new VFile({ path, value: readFileSync(path, 'utf8') }));
      return file.data.figures ?? [];
    }),
  );
  return lists.flat();
}

function slugOf(file: string): string {
  const name = file.replace(/\.mdx$/, '');
  return name === 'index' ? '' : name;
}

function chapterOf(slug: string, content: string): string {
  if (slug === '') return '0.';
  const at = readContents(content)
    .filter(({ kind }) => kind === 'lesson')
    .findIndex((page) => page.slug === slug);
  return at === -1 ? '' : `${at + 1}.`;
}

/** ScoreCurveFigure is 'score-curve'. */
function nameOf(component: string, before: readonly FigureFacts[]): string {
  const name = component
    .replace(/(?<=.)Figure$/, '')
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
  const same = before.filter((figure) => figure.component === component).length;
  return same === 0 ? name : `${name}-${same + 1}`;
}

function propsOf(element: Element, file: VFile): Readonly<Record<string, string>> {
  return Object.fromEntries(
    element.attributes.map((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [attribute.name, attribute.value]
        : file.fail(`<${element.name}>: a figure is told of texts only, so that it can be embedded`, element),
    ),
  );
}

function placed(figure: Element, { slug, name, number }: FigureFacts): Element {
  const attributes = Object.entries({ slug, name, number }).map(([key, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: key,
    value,
  }));
  return { type: 'mdxJsxFlowElement', name: 'FigurePlace', attributes, children: [figure] };
}

function isElement(node: RootContent): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

declare module 'vfile' {
  interface DataMap {
    /** Left by rehypeFigures. */
    figures: readonly FigureFacts[];
  }
}
