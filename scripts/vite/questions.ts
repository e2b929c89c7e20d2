// Of a page only its questions, for `page.mdx?questions`: the instructor's page asks them as the page does, and nobody types them twice.
import type { Root, RootContent } from 'hast';

const asking = new Set(['Question', 'NumberQuestion']);

export function rehypeQuestions() {
  return (tree: Root): void => {
    const found: RootContent[] = [];
    const seek = (node: Root | RootContent): void => {
      if (node.type === 'mdxJsxFlowElement' && node.name !== null && asking.has(node.name)) found.push(node);
      else if ('children' in node) for (const child of node.children) seek(child);
    };
    seek(tree);
    tree.children = found;
  };
}
