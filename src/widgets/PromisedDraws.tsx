// Tells a figure's menu which draws it shows, and a reader whose link names draws whether they are these.
import { lazy, Suspense, useContext, useEffect, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { speaksOfDraws } from '../store/opened-with';
import { FigureDrawsContext } from './figure-draws';
import type { ShownDraws } from './figure-draws';

const PromiseLine = lazy(async () => ({ default: (await import('./share/PromiseLine')).PromiseLine }));

export interface PromisedDrawsProps {
  readonly drawn: ShownDraws;
  /** How their runs ended, in a sentence, where that is no fixed number of draws. */
  readonly about?: string;
  /** The button that makes the fits, where they are not made unasked. */
  readonly press?: string;
}

/** Stands in a figure's line of status. */
export function PromisedDraws({ drawn, about = '', press }: PromisedDrawsProps): ReactNode {
  const figure = useContext(FigureDrawsContext);
  useEffect(() => {
    figure?.say(drawn, about);
  });
  const asked = useSyncExternalStore(never, asksNow, asksAtFirst);
  if (!asked || figure === null) return null;
  return (
    <Suspense>
      <PromiseLine figure={figure.name} drawn={drawn()} about={about} press={press ?? null} />
    </Suspense>
  );
}

const never = () => () => undefined;
const asksNow = (): boolean => speaksOfDraws;
/** The page as it was built knows of no link. */
const asksAtFirst = (): boolean => false;
