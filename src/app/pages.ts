// The pages by slug, each in a chunk of its own.
import { contents } from 'virtual:contents';
import type { PageFacts } from 'virtual:contents';

export type PageModule = typeof import('*.mdx');

const modules = import.meta.glob<PageModule>('../../content/*.mdx');

/** The file of a page, from the top of the tree: its name in the build's manifest. */
export function sourceOf(slug: string): string {
  return `content/${slug === '' ? 'index' : slug}.mdx`;
}

export function factsOf(slug: string): PageFacts | undefined {
  return contents.find((page) => page.slug === slug);
}

export async function loadPage(slug: string): Promise<PageModule> {
  const load = modules[`../../${sourceOf(slug)}`];
  if (load === undefined) throw new Error(`there is no page '${slug}'`);
  return load();
}
