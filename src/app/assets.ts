// Which files a page needs before it is read, from the client build's manifest.
export type Assets =
  | { readonly kind: 'development'; readonly entry: string }
  | {
      readonly kind: 'built';
      readonly entry: string;
      readonly styles: readonly string[];
      readonly preloads: readonly string[];
      /** All there are. */
      readonly fonts: readonly string[];
    };

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

const entryName = 'src/app/client.tsx';

/** Styles of the page with all its widgets; scripts of the page with its first: the others come when React gets to them. */
export async function assetsOf(
  manifest: Manifest,
  source: string,
  widgets: readonly string[],
  root: string,
): Promise<Assets> {
  const chunks = closure(manifest, [entryName, source, ...widgets.slice(0, 1)]);
  const styles = new Set(closure(manifest, [entryName, source, ...widgets]).flatMap((chunk) => chunk.css ?? []));
  const files = new Set(Object.values(manifest).flatMap(({ file, assets = [] }) => [file, ...assets]));
  return {
    kind: 'built',
    entry: root + chunkOf(manifest, entryName).file,
    styles: [...styles].map((file) => root + file),
    preloads: chunks.slice(1).map(({ file }) => root + file),
    fonts: [...files].filter((file) => file.endsWith('.woff2')).map((file) => root + file),
  };
}

/** The chunks that `sources` load before they run, themselves first. */
function closure(manifest: Manifest, sources: readonly string[]): readonly Chunk[] {
  const names = new Set<string>();
  const collect = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    for (const imported of chunkOf(manifest, name).imports ?? []) collect(imported);
  };
  sources.forEach(collect);
  return [...names].map((name) => chunkOf(manifest, name));
}

function chunkOf(manifest: Manifest, name: string): Chunk {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`the client build has no '${name}'`);
  return chunk;
}
