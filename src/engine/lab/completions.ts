// What may be written at a place of a text: names in use, functions, distributions with their arguments.
import { distributions } from '../../lang/distributions';
import { functionNames } from '../../lang/functions';
import type { Examination } from './examine';

export interface Completion {
  /** What is inserted. */
  readonly text: string;
  readonly kind: 'distribution' | 'function' | 'name';
  /** `Normal(mean, sd)`, or what the name is. */
  readonly detail: string;
}

export function completionsFor({ names, declarations }: Examination): readonly Completion[] {
  const roles = new Map(declarations.map(({ name, role }) => [name, role]));
  const known = [...names.drawn.keys(), ...names.defined.keys(), ...roles.keys()];
  return [
    ...[...new Set(known)].map((name): Completion => {
      const role = roles.get(name) ?? (names.drawn.has(name) ? 'parameter' : 'defined');
      return { text: name, kind: 'name', detail: role };
    }),
    ...[...distributions.values()].map(({ name, signature }): Completion => ({
      text: name,
      kind: 'distribution',
      detail: signature,
    })),
    ...functionNames.map((name): Completion => ({ text: name, kind: 'function', detail: `${name}(x)` })),
  ];
}
