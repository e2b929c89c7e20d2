// A figure's own choice that a link should carry: one of a few words, kept in the address.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { WordSpec } from './query';
import { readWordFromAddress, writeWordToAddress } from './settings';

const words = createStore<Readonly<Record<string, string>>>(() => ({}));

/** The word and the way to change it. `spec` is the same object each time; until hydration the word is its fallback. */
export function useAddressed<T extends string>(name: string, spec: WordSpec<T>): readonly [T, (word: T) => void] {
  const word = useStore(words, (all) => all[name]);
  useEffect(() => {
    if (words.getState()[name] === undefined) words.setState({ [name]: readWordFromAddress(name, spec) });
  }, [name, spec]);
  const choose = (next: T): void => {
    words.setState({ [name]: next });
    writeWordToAddress(name, next, spec.fallback);
  };
  return [spec.choices.find((choice) => choice === word) ?? spec.fallback, choose];
}
