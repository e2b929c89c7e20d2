// The lab: loaded when its page is read, since most readers never come here and nothing of it can work without scripts.
import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import './lab/lab.css';

const Desk = lazy(async () => ({ default: (await import('./lab/Desk')).Desk }));

export function Lab(): ReactNode {
  // False while the page is as it was built, so that hydration finds the same tree.
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const waiting = <p className="lab-waiting">The lab is being set up. It needs scripts.</p>;
  return <div className="lab wide">{here ? <Suspense fallback={waiting}>{<Desk />}</Suspense> : waiting}</div>;
}

function never(): () => void {
  return () => undefined;
}
