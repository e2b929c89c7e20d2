// Stan's posteriors for the browser tests, which read files as Node does.
import { readFileSync } from 'node:fs';

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** By element, of a model of tests/reference/stan-posteriors.json. */
export function stanPosterior(model: string): Readonly<Record<string, Moments>> {
  const file: { readonly models: Readonly<Record<string, Readonly<Record<string, Moments>>>> } = JSON.parse(
    readFileSync('tests/reference/stan-posteriors.json', 'utf8'),
  );
  return file.models[model];
}
