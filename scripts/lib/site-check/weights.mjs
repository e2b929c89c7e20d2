// What each page weighs, gzipped, and whether that is within the budget.
import { posix } from 'node:path';
import { gzipped, importsOf, read, tagsOf } from './read-site.mjs';

/**
 * Bytes, fonts apart. `read`: the document and its style sheets, all that a page needs to be read and all that it asks for before its text
 * has come. `live`: that, every script that the document names with all that those import, the widgets in the page's order up to the first
 * with a chart, and what that needs to answer a pointer: the drawing code and the largest of the plans that it may draw.
 */
export const budget = { read: 130_000, live: 300_000 };

export function weigh(folder, files, base) {
  const there = new Set(files);
  const pages = files.filter((path) => path.endsWith('.html'));
  const weight = memo((path) => gzipped(folder, path));
  const imports = memo((path) => importsOf(read(folder, path)));
  const isPlan = memo((path) => read(folder, path).includes('{"runtime":{'));
  const beside = (path, name) => posix.join(posix.dirname(path), name);
  const closure = (paths, seen = new Set()) => {
    for (const path of paths) {
      if (seen.has(path) || !there.has(path)) continue;
      seen.add(path);
      closure(
        imports(path).first.map((name) => beside(path, name)),
        seen,
      );
    }
    return seen;
  };
  return pages.map((page) => {
    const tags = tagsOf(read(folder, page));
    const own = (address) =>
      address.startsWith(base) ? address.slice(base.length) : posix.join(posix.dirname(page), address);
    const styles = hrefs(tags, 'stylesheet')
      .map(own)
      .filter((path) => there.has(path));
    const entries = tags.flatMap(({ name, attributes }) => (name === 'script' ? (attributes.get('src') ?? []) : []));
    // What the entry may import later are the other pages.
    const entry = new Set(entries.map(own));
    const named = [...hrefs(tags, 'modulepreload'), ...entries].map(own);
    const hasFigure = tags.some(({ attributes }) => attributes.get('class')?.split(' ').includes('chart') === true);
    const laterOf = (paths) =>
      paths.flatMap((path) => imports(path).later.map((name) => beside(path, name))).filter((path) => there.has(path));
    const draws = (paths) => laterOf(paths).find((path) => /(^|\/)live-[\w-]+\.js$/.test(path));
    const scripts = closure(named);
    const widgets = laterOf([...scripts].filter((path) => !entry.has(path)));
    for (const path of hasFigure ? widgets : []) {
      if (draws([...scripts]) !== undefined) break;
      closure([path], scripts);
    }
    const later = laterOf([...scripts]);
    const live = draws([...scripts]);
    const plans = later.filter((path) => isPlan(path));
    const figure =
      hasFigure && live !== undefined
        ? [...closure([live], new Set(scripts))].filter((path) => !scripts.has(path))
        : [];
    const sum = (paths) => paths.reduce((total, path) => total + weight(path), 0);
    const html = weight(page);
    const css = sum(styles);
    const js = sum([...scripts]);
    const plan = hasFigure ? Math.max(0, ...plans.map(weight)) : 0;
    return {
      page,
      html,
      css,
      js,
      figure: sum(figure) + plan,
      read: html + css,
      live: html + css + js + sum(figure) + plan,
    };
  });
}

export function checkWeights(weights) {
  return weights.flatMap(({ page, read: toRead, live }) => [
    ...(toRead > budget.read
      ? [`${page}: ${kilobytes(toRead)} before it can be read, more than ${kilobytes(budget.read)}`]
      : []),
    ...(live > budget.live
      ? [`${page}: ${kilobytes(live)} with its first live figure, more than ${kilobytes(budget.live)}`]
      : []),
  ]);
}

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

const hrefs = (tags, rel) =>
  tags.flatMap(({ name, attributes }) =>
    name === 'link' && attributes.get('rel') === rel ? [attributes.get('href') ?? ''] : [],
  );

function memo(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}
