// What a figure's menu must know of the draws that it shows: the status line under the figure says it.
import { createContext } from 'react';
import type { SettledDraws } from '../store/fit-status';

/** The draws of each fit of a figure; null for a fit that has not settled. */
export type ShownDraws = () => readonly (SettledDraws | null)[];

export interface FigureDraws {
  /** Of the figure on its page: 'shrinkage'. */
  readonly name: string;
  readonly say: (shown: ShownDraws, about: string) => void;
  /** None for a figure that shows no run. */
  readonly read: ShownDraws;
  /** How the runs ended, in a sentence; '' where they have a fixed number of draws. */
  readonly about: () => string;
}

export const FigureDrawsContext = createContext<FigureDraws | null>(null);

export function figureDraws(name: string): FigureDraws {
  let now: ShownDraws = () => [];
  let ended = '';
  return {
    name,
    say: (shown, about) => {
      now = shown;
      ended = about;
    },
    read: () => now(),
    about: () => ended,
  };
}
