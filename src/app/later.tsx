// A widget in a chunk of its own: the server's picture of it stays until its code is here, and it comes alive in a task of its own.
import { Suspense, lazy } from 'react';
import type { ComponentType } from 'react';

export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Widget = lazy(async () => ({ default: await load() }));
  return function Later(props: P) {
    return (
      <Suspense>
        <Widget {...props} />
      </Suspense>
    );
  };
}
