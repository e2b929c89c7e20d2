// Who may import whom: the table of ARCHITECTURE.md, and a reader of import lines that holds files to it.
import { posix } from 'node:path';

const folders = [
  'math',
  'sampler',
  'stats',
  'lang',
  'models',
  'engine',
  'store',
  'charts',
  'widgets',
  'prose',
  'app',
] as const;
type Folder = (typeof folders)[number];

const codeMirror = [
  ...['autocomplete', 'commands', 'language', 'lint', 'state', 'view'].map((part) => `@codemirror/${part}`),
  '@lezer/highlight',
];

/** For each folder of src: the folders it may import, beside itself; `packages` are the npm packages it may use. */
export const table: Readonly<
  Record<Folder, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  math: { folders: [], packages: [] },
  sampler: { folders: ['math'], packages: [] },
  stats: { folders: ['math'], packages: [] },
  lang: { folders: ['math'], packages: [] },
  models: { folders: ['lang'], packages: [] },
  engine: { folders: ['sampler', 'lang', 'models', 'stats', 'math'], packages: ['@noble/hashes', 'd3-dsv', 'node'] },
  store: { folders: ['engine', 'models', 'stats'], packages: ['zustand', 'react', 'virtual:prerendered'] },
  charts: { folders: ['stats', 'math'], packages: ['react', 'vega', 'vega-lite', 'vega-interpreter'] },
  widgets: {
    folders: ['store', 'charts', 'models', 'lang/print', 'math'],
    // KaTeX and CodeMirror in the lab alone, which typesets what the reader writes.
    packages: ['react', 'katex', ...codeMirror],
  },
  prose: { folders: ['widgets', 'store', 'models', 'lang/print', 'stats'], packages: ['react', 'virtual:prerendered'] },
  app: {
    folders: [...folders],
    packages: [
      'react',
      'react-dom',
      'katex',
      'uqr',
      'minisearch',
      'node',
      'virtual:abouts',
      'virtual:contents',
      'virtual:figures',
      'virtual:prerendered',
      '*.mdx',
      '*.mdx?questions',
    ],
  },
};

export interface ImportLine {
  readonly source: string;
  /** Erased by the compiler: an `import type`. */
  readonly typeOnly: boolean;
}

/** Static imports, re-exports, dynamic imports, `import()` types, and workers' `new URL(…, import.meta.url)`. */
export function readImports(code: string): readonly ImportLine[] {
  const statements = /^\s*(?:import|export)\s(?:(type)\s)?(?:[^'";]*?\sfrom\s)?\s*(['"])([^'"\n]+)\2/gm;
  const calls =
    /\b(typeof\s+)?import\(\s*(['"])([^'"\n]+)\2\s*\)|new URL\(\s*(['"])(\.[^'"\n]+)\4\s*,\s*import\.meta\.url/g;
  return [
    ...Array.from(code.matchAll(statements), ([, type, , source]) => ({ source, typeOnly: type !== undefined })),
    ...Array.from(code.matchAll(calls), ([, type, , source, , worker]) => ({
      source: source ?? worker,
      typeOnly: type !== undefined,
    })),
  ];
}

/**
 * What is wrong with the imports of `file` (a path from the top of the tree, below src/), a sentence each. Types count as well: a layer
 * that knows another's types knows the other. What the build
 * runs (charts/build) is held to nothing. Bare packages by their name; `node:` modules as 'node'; 'virtual:a/b' as 'virtual:a'.
 */
export function violations(file: string, code: string): readonly string[] {
  if (file.startsWith('src/charts/build/')) return [];
  const own = folderOf(file);
  if (own === null) return [`${file} lies in no folder of the table`];
  const allowed = table[own];
  return readImports(code).flatMap(({ source }) => {
    if (!source.startsWith('.')) {
      const name = packageOf(source);
      return allowed.packages.includes(name) ? [] : [`${file} imports ${name}, which ${own} may not`];
    }
    const target = posix.join(posix.dirname(file), source.split('?')[0]);
    if (!target.startsWith('src/'))
      return target.startsWith('content/') && own === 'app' ? [] : [`${file} imports ${target}, outside src`];
    if (folderOf(target) === own) return [];
    const fits = allowed.folders.some((folder) => target.startsWith(`src/${folder}/`) || target === `src/${folder}`);
    return fits ? [] : [`${file} imports ${target}, which ${own} may not`];
  });
}

function folderOf(path: string): Folder | null {
  const [, name] = path.split('/');
  return folders.find((folder) => folder === name) ?? null;
}

function packageOf(source: string): string {
  if (source.startsWith('node:')) return 'node';
  const parts = source.split('/');
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
