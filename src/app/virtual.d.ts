// The modules that the build makes: contents, pages, and what it computed.
declare module 'virtual:contents' {
  import type { PageFacts } from '../../scripts/vite/front-matter';
  export type { PageFacts };
  export const contents: readonly PageFacts[];
}

declare module 'virtual:prerendered/values' {
  export const values: Readonly<Record<string, number>>;
}

declare module 'virtual:prerendered/equations' {
  /** HTML by model id. */
  export const equations: Readonly<Record<string, string>>;
}

declare module 'virtual:prerendered/pictures' {
  /** What a figure first shows, by name: written by scripts/prerender.ts, read by the figure of that name. */
  export const pictures: Readonly<Record<string, unknown>>;
}

declare module '*.mdx' {
  import type { ComponentType } from 'react';
  import type { Heading } from '../../scripts/vite/headings';
  export const headings: readonly Heading[];
  const Content: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Content;
}

declare const __VERSION__: string;
