// Where things are: paths from the top of the tree.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const top = fileURLToPath(new URL('../../', import.meta.url));
export const inTree = (...parts) => join(top, ...parts);

export const cache = inTree('.cache');
export const site = inTree('dist');
