// What pages show of the build's own computation, written as files: equations, the numbers that prose quotes, and what figures first show.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { equationsHtml } from './prerender/equations';
import { makeRuns } from './prerender/pictures';
import { dataValues } from './prerender/values';

/** The numbers that prose quotes, by dotted name (`<Value of="frogs.tanks" />`). */
export type Values = Readonly<Record<string, number>>;

/**
 * Writes `values.json`, `equations.json` and `pictures.json` into `folder`; pages read them as `virtual:prerendered/values` and so on.
 * `pictures` holds what a figure shows before the reader touches it, by name. Its drawing is made from that by the server's rendering.
 */
export async function prerender(folder: string): Promise<void> {
  const { pictures, values: fromRuns } = await makeRuns();
  const values: Values = { ...dataValues(), ...fromRuns };
  await mkdir(folder, { recursive: true });
  const write = (name: string, content: unknown) => writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  await Promise.all([write('equations', equationsHtml()), write('values', values), write('pictures', pictures)]);
}
