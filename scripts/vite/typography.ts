// Typographic quotation marks and apostrophes in prose, so that lessons can be typed with the straight ones.
import type { Root, RootContent } from 'hast';

/** Runs before mathematics is typeset; leaves code alone. */
export function rehypeTypography() {
  return (tree: Root): void => curl(tree);
}

function curl(node: Root | RootContent): void {
  if (node.type === 'text') node.value = curled(node.value);
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'code')) return;
  for (const child of node.children) curl(child);
}

/** A mark after a letter or punctuation closes, every other one opens; an apostrophe looks like a closing one. */
export function curled(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}.,!?;:)\u201d])'/gu, '\u2019')
    .replaceAll("'", '\u2018')
    .replace(/(?<=[\p{L}\p{N}.,!?;:)\u2019])"/gu, '\u201d')
    .replaceAll('"', '\u201c');
}
