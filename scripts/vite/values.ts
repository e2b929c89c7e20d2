// Gives each <Value of="…"> and <NumberQuestion of="…"> of a page its number, so that a page carries its own numbers and no others.
import type { Root, RootContent } from 'hast';
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';

type Attribute = Extract<RootContent, { type: 'mdxJsxTextElement' }>['attributes'][number];

const quoting = new Set(['Value', 'NumberQuestion']);

/** `file`: values.json, as scripts/prerender.ts wrote it. A number that is not there stops the build. */
export function rehypeValues({ file: valuesFile }: { readonly file: string }) {
  return (tree: Root, file: VFile): void => {
    const values = new Map<string, unknown>(Object.entries(JSON.parse(readFileSync(valuesFile, 'utf8'))));
    const give = (node: Root | RootContent): void => {
      if ('children' in node) for (const child of node.children) give(child);
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name === null || !quoting.has(node.name)) return;
      const of = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'of')?.value;
      const name = typeof of === 'string' ? of : '';
      const value = values.get(name);
      if (typeof value !== 'number')
        return file.fail(`<${node.name} of="${name}">: the build has no such number`, node);
      node.attributes.push(numberAttribute('value', value));
    };
    give(tree);
  };
}

function numberAttribute(name: string, value: number): Attribute {
  const expression = { type: 'Literal', value } as const;
  return {
    type: 'mdxJsxAttribute',
    name,
    value: {
      type: 'mdxJsxAttributeValueExpression',
      value: String(value),
      data: {
        estree: {
          type: 'Program',
          sourceType: 'module',
          body: [{ type: 'ExpressionStatement', expression }],
        },
      },
    },
  };
}
