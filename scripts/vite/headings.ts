// The second-level headings of a page, for its contents in the margin.
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Runs after the ids were given; leaves the list in `file.data.headings`. */
export function rehypeHeadings() {
  return (tree: Root, file: VFile): void => {
    file.data.headings = tree.children
      .filter((node): node is Element => node.type === 'element' && node.tagName === 'h2')
      .map((node): Heading => ({ id: String(node.properties.id), text: node.children.map(textOf).join('') }));
  };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
