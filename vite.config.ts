// How the site is built: one client bundle, one server bundle that turns pages into HTML at build.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contents } from './scripts/vite/contents';
import { figureModules } from './scripts/vite/figure-modules';
import { katexFonts } from './scripts/vite/katex-fonts';
import { mdx } from './scripts/vite/mdx';
import { pages } from './scripts/vite/pages';
import { prerendered } from './scripts/vite/prerendered';
import { readRelease } from './scripts/vite/release';
import { vegaCharts } from './src/charts/build/vega-plugin';
import project from './package.json' with { type: 'json' };

export default defineConfig({
  appType: 'custom',
  base: './',
  plugins: [
    mdx(),
    contents(),
    figureModules(),
    prerendered(),
    vegaCharts(),
    katexFonts(),
    react({ include: /\.(mdx|tsx)$/ }),
    pages(),
  ],
  define: {
    __VERSION__: JSON.stringify(project.version),
    __RELEASED__: JSON.stringify(readRelease('CITATION.cff').released),
  },
  // Tables of a module stay `const`: see scripts/lib/bundle.mjs.
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
  build: {
    target: 'es2022',
    // Fonts stay files: a strict policy has no data: fonts.
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist',
        manifest: true,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: { client: 'src/app/client.tsx' } },
      },
    },
    ssr: {
      build: {
        ssr: true,
        outDir: '.cache/ssr',
        copyPublicDir: false,
        rolldownOptions: {
          input: { server: 'src/app/server.tsx' },
          // One file: it is imported under a new query at each build, and a chunk that imports it back would be given a second copy.
          output: { entryFileNames: '[name].js', codeSplitting: false },
        },
      },
    },
  },
});
