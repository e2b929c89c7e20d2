// What a reader answered: kept in this browser alone, under one key a page, and cleared when asked.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The part of the browser's storage that answers need; `keys` lists all that is in it. */
export interface Shelf {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: () => readonly string[];
}

export interface Given {
  /** The choice's words, or the number as it was shown. */
  readonly answer: string;
  /** When, as in ISO 8601; '' where an older version of the site did not keep it. */
  readonly at: string;
}

/** By question. */
export type Answers = Readonly<Record<string, Given>>;

export interface AnswersState {
  readonly given: Answers;
}

const prefix = 'tadpool-answers:';

/** `page` is the page's slug, and needed only once the shelf is read. `now` tells the time as in ISO 8601. */
export function createAnswers(shelf: Shelf, page: () => string, now: () => string) {
  const store = createStore<AnswersState>(() => ({ given: {} }));
  let read = false;
  const keep = (given: Answers): void => {
    store.setState({ given });
    if (Object.keys(given).length === 0) shelf.remove(prefix + page());
    else shelf.write(prefix + page(), JSON.stringify(given));
  };
  return {
    store,
    /** Takes up what was answered before; call after hydration, any number of times. */
    open: (): void => {
      if (!read) store.setState({ given: parse(shelf.read(prefix + page())) });
      read = true;
    },
    give: (question: string, answer: string): void =>
      keep({ ...store.getState().given, [question]: { answer, at: now() } }),
    withdraw: (question: string): void => {
      const { [question]: _, ...rest } = store.getState().given;
      keep(rest);
    },
    /** What is kept of all pages, by slug. */
    all: (): Readonly<Record<string, Answers>> =>
      Object.fromEntries(
        shelf
          .keys()
          .filter((key) => key.startsWith(prefix))
          .map((key) => [key.slice(prefix.length), parse(shelf.read(key))]),
      ),
    /** Forgets the answers of all pages. */
    clear: (): void => {
      for (const key of shelf.keys()) if (key.startsWith(prefix)) shelf.remove(key);
      store.setState({ given: {} });
    },
  };
}

/** Whatever stands there that is not an answer is left out. */
function parse(text: string | null): Answers {
  if (text === null) return {};
  try {
    const found: unknown = JSON.parse(text);
    const entries = Object.entries(typeof found === 'object' && found !== null ? found : {});
    return Object.fromEntries(
      entries.flatMap(([question, value]) => {
        const given = readGiven(value);
        return given === null ? [] : [[question, given]];
      }),
    );
  } catch {
    return {};
  }
}

function readGiven(value: unknown): Given | null {
  if (typeof value === 'string') return { answer: value, at: '' };
  if (typeof value !== 'object' || value === null || !('answer' in value) || !('at' in value)) return null;
  const { answer, at } = value;
  return typeof answer === 'string' && typeof at === 'string' ? { answer, at } : null;
}

/** A browser that keeps nothing still holds the answers until the page is left. */
const browserShelf: Shelf = {
  read: (key) => attempt(() => localStorage.getItem(key), null),
  write: (key, text) => attempt(() => localStorage.setItem(key, text), undefined),
  remove: (key) => attempt(() => localStorage.removeItem(key), undefined),
  keys: () => attempt(() => Object.keys(localStorage), []),
};

function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const answers = createAnswers(
  browserShelf,
  () => document.documentElement.dataset.page ?? '',
  () => new Date().toISOString(),
);

export const clearAnswers = answers.clear;
export const allAnswers = answers.all;

export interface KeptAnswer {
  /** Null until the reader has committed to one. */
  readonly answer: string | null;
  readonly give: (answer: string) => void;
  readonly withdraw: () => void;
}

/** `question`: the question's own words, so that a question that changes is asked afresh. */
export function useAnswer(question: string): KeptAnswer {
  const answer = useStore(answers.store, ({ given }) => given[question]?.answer ?? null);
  useEffect(() => answers.open(), []);
  return {
    answer,
    give: (next) => answers.give(question, next),
    withdraw: () => answers.withdraw(question),
  };
}
