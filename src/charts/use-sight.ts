// Whether an element is in the window, or nearly.
import { useEffect, useRef } from 'react';

/** A ref and no state: being seen draws nothing anew. True until told otherwise. */
export function useSight(element: { readonly current: Element | null }): { readonly current: boolean } {
  const inSight = useRef(true);
  useEffect(() => {
    if (element.current === null) return undefined;
    const watch = new IntersectionObserver((entries) => (inSight.current = entries.at(-1)?.isIntersecting ?? true), {
      rootMargin: '100px',
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return inSight;
}
