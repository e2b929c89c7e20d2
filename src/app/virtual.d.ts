// The modules that the build makes: contents, pages, and what it computed.
declare module 'virtual:contents' {
  export type PageFacts = import('../../scripts/vite/front-matter').PageFacts;
  export const contents: readonly PageFacts[];
}

declare module 'virtual:prerendered/values' {
  export const values: Readonly<Record<string, number>>;
}

declare module 'virtual:prerendered/pictures' {
  import type { Pictures } from '../../scripts/prerender/pictures';
  /** What a figure first shows, by name: written by scripts/prerender.ts, read by the figure of that name. */
  export const pictures: Pictures;
}

declare module '*.mdx' {
  import type { ComponentType } from 'react';
  export const headings: readonly import('../../scripts/vite/headings').Heading[];
  const Content: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Content;
}

declare const __VERSION__: string;
