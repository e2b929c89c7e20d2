// The modules that the build makes: contents, pages, and what it computed.
declare module 'virtual:contents' {
  export type PageFacts = import('../../scripts/vite/front-matter').PageFacts;
  export const contents: readonly PageFacts[];
}

declare module 'virtual:figures' {
  /** Of all pages, in reading order. */
  export const figures: readonly import('../../scripts/vite/figures').FigureFacts[];
}

declare module 'virtual:figures/components' {
  import type { ComponentType } from 'react';
  /** By name: each loads its chunk. */
  export const figureComponents: Readonly<
    Record<string, () => Promise<ComponentType<Readonly<Record<string, string>>>>>
  >;
}

declare module 'virtual:abouts' {
  export type PageAbout = import('../../scripts/vite/front-matter').PageAbout;
  /** By slug. */
  export const abouts: Readonly<Record<string, PageAbout>>;
}

declare module 'virtual:prerendered/cafes' {
  const story: import('../../scripts/prerender/cafes').CafeStory;
  export default story;
}

declare module 'virtual:prerendered/trolley-poolings' {
  const story: import('../../scripts/prerender/poolings').PoolingsStory;
  export default story;
}

declare module 'virtual:prerendered/trolley-counts' {
  const counts: import('../../scripts/prerender/trolley-counts').TrolleyCounts;
  export default counts;
}

declare module 'virtual:prerendered/frogs' {
  const frogs: import('../engine/dataset').Table;
  export default frogs;
}

declare module 'virtual:prerendered/frogs-fixed-sigma' {
  const picture: import('../../scripts/prerender/fixed-sigma').FixedSigma;
  export default picture;
}

declare module 'virtual:prerendered/frogs-multilevel' {
  const shown: import('../../scripts/prerender/multilevel').Multilevel;
  export default shown;
}

declare module 'virtual:prerendered/frogs-score-curve' {
  const curve: import('../engine/scores/score-curve').Curve;
  export default curve;
}

declare module 'virtual:prerendered/frogs-best-sigma' {
  const best: { readonly sigma: number };
  export default best;
}

declare module 'virtual:prerendered/frogs-at-best' {
  const picture: import('../../scripts/prerender/fixed-sigma').FixedSigma;
  export default picture;
}

declare module 'virtual:prerendered/frogs-comparison' {
  const shown: import('../../scripts/prerender/comparison').Comparison;
  export default shown;
}

declare module 'virtual:prerendered/frogs-predators' {
  const story: import('../../scripts/prerender/predators').PredatorStory;
  export default story;
}

declare module 'virtual:prerendered/mundlak-world' {
  const table: import('../engine/dataset').Table;
  export default table;
}

declare module 'virtual:prerendered/confounds' {
  const fits: import('../../scripts/prerender/worlds').Confounds;
  export default fits;
}

declare module 'virtual:prerendered/mundlak' {
  const fit: import('../../scripts/prerender/worlds').WorldFitBuilt;
  export default fit;
}

declare module 'virtual:prerendered/mundlak-latent' {
  const fit: import('../../scripts/prerender/worlds').WorldFitBuilt;
  export default fit;
}

declare module 'virtual:prerendered/world-study' {
  const study: import('../../scripts/prerender/worlds').BuiltStudy;
  export default study;
}

declare module 'virtual:prerendered/frogs-exact-curve' {
  const shown: import('../../scripts/prerender/exact-curve').ExactCurve;
  export default shown;
}

declare module 'virtual:prerendered/frogs-replay' {
  const shown: import('../../scripts/prerender/replay').Replay;
  export default shown;
}

declare module 'virtual:prerendered/frogs-hidden-truth' {
  const shown: import('../../scripts/prerender/hidden-truth').HiddenWorld;
  export default shown;
}

declare module 'virtual:prerendered/beliefs' {
  const story: import('../../scripts/prerender/beliefs').BeliefsStory;
  export default story;
}

declare module 'virtual:prerendered/trolley-crossed' {
  const story: import('../../scripts/prerender/crossed').CrossedStory;
  export default story;
}

declare module 'virtual:prerendered/funnel' {
  const story: import('../../scripts/prerender/funnel').FunnelStory;
  export default story;
}

declare module 'virtual:prerendered/sampler' {
  const story: import('../../scripts/prerender/sampler').SamplerStory;
  export default story;
}

declare module '*.mdx' {
  import type { ComponentType } from 'react';
  /** The components that the page names. */
  export const components: Readonly<Record<string, unknown>>;
  export const headings: readonly import('../../scripts/vite/headings').Heading[];
  /** What the reader will be able to do. */
  export const outcomes: readonly string[];
  /** Files of the widgets that the page names, in its order. */
  export const widgets: readonly string[];
  const Content: ComponentType<{ readonly components: Readonly<Record<string, unknown>> }>;
  export default Content;
}

/** Of package.json. */
/** The page's questions alone, as elements. */
declare module '*.mdx?questions' {
  import type { ReactElement } from 'react';
  export const components: Readonly<Record<string, unknown>>;
  export default function Questions(props: { readonly components: Readonly<Record<string, unknown>> }): ReactElement;
}

declare const __VERSION__: string;

/** Of CITATION.cff: '2026-11-24'. */
declare const __RELEASED__: string;
