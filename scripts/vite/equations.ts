// Gives each <Equation model="…"> of a page the HTML of its model. In the browser it is not needed: hydration keeps what the page came with.
import type { Root, RootContent } from 'hast';
import { readFileSync } from 'node:fs';
import type { VFile } from 'vfile';

export interface EquationOptions {
  /** equations.json, as scripts/prerender.ts wrote it. */
  readonly file: string;
  readonly environment: 'server' | 'browser';
}

/** A model that is not there stops the build. */
export function rehypeEquations({ file: equationsFile, environment }: EquationOptions) {
  return (tree: Root, file: VFile): void => {
    const equations = new Map<string, unknown>(Object.entries(JSON.parse(readFileSync(equationsFile, 'utf8'))));
    const give = (parent: Root | RootContent): void => {
      if (!('children' in parent)) return;
      for (const child of parent.children) give(child);
      if (parent.type !== 'mdxJsxFlowElement' || parent.name !== 'Equation') return;
      const model = parent.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'model')?.value;
      const name = typeof model === 'string' ? model : '';
      const html = equations.get(name);
      if (typeof html !== 'string') return file.fail(`<Equation model="${name}">: there is no such model`, parent);
      if (environment === 'server') parent.attributes.push({ type: 'mdxJsxAttribute', name: 'html', value: html });
    };
    give(tree);
  };
}
