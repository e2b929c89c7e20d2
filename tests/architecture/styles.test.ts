// A figure stands alone in a frame: it brings the looks of every class that it names, and borrows none from its neighbours on a page.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { figureFiles } from '../../scripts/vite/vocabulary';
import { readImports } from './import-table';
import { sourceFiles } from './source-files';

const components = new Map(
  ['charts', 'store', 'widgets']
    .flatMap((folder) => sourceFiles(`src/${folder}`))
    .map(({ path, code }) => [path, code]),
);
const sheets = new Map(
  ['charts', 'widgets'].flatMap((folder) =>
    readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => [`src/${folder}/${name}`, classesStyled(`src/${folder}/${name}`)] as const),
  ),
);

test('a figure imports the sheets of the classes that it and its parts name', () => {
  const figures = [...figureFiles().values()];
  expect(figures.length).toBeGreaterThan(30);
  expect(figures.flatMap(borrowed)).toEqual([]);
});

/** Class by class, what is styled in sheets that `figure` does not bring. */
function borrowed(figure: string): readonly string[] {
  const files = reached([figure, 'src/widgets/FigurePlace.tsx']);
  const named = new Set([...files].flatMap((path) => classesNamed(components.get(path) ?? '')));
  return [...named].flatMap((name) => {
    const owners = [...sheets].filter(([, styled]) => styled.has(name)).map(([path]) => path);
    return owners.length === 0 || owners.some((owner) => files.has(owner))
      ? []
      : [`${figure}: .${name} of ${owners.join(', ')}`];
  });
}

function reached(from: readonly string[]): ReadonlySet<string> {
  const files = new Set(from);
  // A set takes what is added while it is walked.
  for (const path of files)
    for (const { source, typeOnly } of readImports(components.get(path) ?? '')) {
      if (typeOnly || !source.startsWith('.')) continue;
      const target = posix.join(posix.dirname(path), source.split('?')[0]);
      const file = [target, `${target}.tsx`, `${target}.ts`].find((one) => /\.\w+$/.test(one) && existsSync(one));
      if (file !== undefined) files.add(file);
    }
  return files;
}

function classesNamed(code: string): readonly string[] {
  return [...code.matchAll(/className="([^"]+)"/g)].flatMap(([, names]) => names.split(' '));
}

function classesStyled(path: string): ReadonlySet<string> {
  const rules = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return new Set(Array.from(rules.matchAll(/\.([a-z][\w-]*)/g), ([, name]) => name));
}
