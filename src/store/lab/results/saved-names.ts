// The names under which the reader saves the fits of this visit.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LabFit } from '../fits';

/** By the fit's number. */
const names = createStore<Readonly<Record<number, string>>>(() => ({}));

/** An empty name gives back the fit's own title. */
export function nameFit({ id }: LabFit, name: string): void {
  names.setState({ [id]: name.trim() });
}

export function useFitNames(fits: readonly LabFit[]): readonly string[] {
  const given = useStore(names);
  return apart(fits.map((fit) => ({ id: fit.id, name: given[fit.id] || fit.title })));
}

/** Two fits of one name are told apart by their numbers. */
function apart(named: readonly { readonly id: number; readonly name: string }[]): readonly string[] {
  return named.map(({ id, name }) => {
    const twins = named.filter((other) => other.name === name);
    return twins.length > 1 ? `${name} (${id})` : name;
  });
}
