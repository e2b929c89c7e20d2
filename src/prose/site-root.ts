// Where the site's folder is, seen from the page: links and assets work from any sub-folder of any host.
import { createContext, useContext } from 'react';

export const SiteRoot = createContext('./');

/** The address of '/reed-frogs/#id' as seen from this page. */
export function useAddress(): (path: string) => string {
  const root = useContext(SiteRoot);
  return (path) => `${root}${path.slice(1)}`;
}
