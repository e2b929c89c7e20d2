// The root of the site as a page sees it.
export { SiteRoot, useAddress } from '../prose/site-root';

/** The root seen from a page; the 404 page is served from anywhere and knows the host's folder instead. */
export function rootFrom(slug: string, base: string): string {
  if (slug === '') return './';
  return slug === '404' ? base : '../';
}
