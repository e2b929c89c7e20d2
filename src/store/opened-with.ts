// The query that the page was opened with, before anything that the reader moves is written into the address.
export const openedWith = typeof window === 'undefined' ? '' : window.location.search;

/** Whether the link speaks of draws: see class-link.ts, which is loaded only then. */
export const speaksOfDraws = new URLSearchParams(openedWith).has('draws');
