// Replaces the mathematics of a page by KaTeX's HTML, as one string for <Mathematics>: smaller than a tree of elements.
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { typeset } from '../lib/typeset';

type Parent = Extract<Root | ElementContent, { readonly children: unknown }>;

/** Bad TeX stops the build, naming the file and the formula. */
export function rehypeMathematics() {
  return (tree: Root, file: VFile): void => {
    replaceIn(tree, (element) => {
      const display = element.tagName === 'pre';
      const code = display ? element.children[0] : element;
      if (code?.type !== 'element' || !hasClass(code, display ? 'math-display' : 'math-inline')) return null;
      const tex = code.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      try {
        return {
          type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
          name: 'Mathematics',
          attributes: [
            { type: 'mdxJsxAttribute', name: 'html', value: typeset(tex, display) },
            { type: 'mdxJsxAttribute', name: 'display', value: display ? 'block' : 'inline' },
          ],
          children: [],
        };
      } catch (error) {
        return file.fail(`${tex}: ${error instanceof Error ? error.message : String(error)}`, element);
      }
    });
  };
}

function replaceIn(parent: Parent, replace: (element: Element) => ElementContent | null): void {
  parent.children.forEach((child, k) => {
    if (!('children' in child)) return;
    const replacement = child.type === 'element' ? replace(child) : null;
    if (replacement !== null) parent.children[k] = replacement;
    else replaceIn(child, replace);
  });
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}
