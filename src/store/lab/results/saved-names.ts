// The names under which the reader saves the fits of this visit.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LabFit } from '../fits';

/** By the fit's number. */
const names = createStore<Readonly<Record<number, string>>>(() => ({}));

/** An empty name gives back the fit's own title. */
export function nameFit({ id }: LabFit, name: string): void {
  names.setState({ [id]: name });
}

export function useFitNames(fits: readonly LabFit[]): readonly string[] {
  const given = useStore(names);
  return useMemo(() => apart(fits.map((fit) => ({ id: fit.id, name: nameOf(given[fit.id], fit) }))), [fits, given]);
}

function nameOf(given: string | undefined, { title }: LabFit): string {
  const name = given?.trim() ?? '';
  return name === '' ? title : name;
}

/** '' where the reader gave none. */
export function useGivenName({ id }: LabFit): string {
  return useStore(names, (given) => given[id] ?? '');
}

/** Two fits of one name are told apart by their numbers. */
function apart(named: readonly { readonly id: number; readonly name: string }[]): readonly string[] {
  return named.map(({ id, name }) => {
    const twins = named.filter((other) => other.name === name);
    return twins.length > 1 ? `${name} (${id})` : name;
  });
}
