// Vite plugin: `import chart from './shrinkage?vega'` compiles a chart at build time; `vega` becomes the slim module.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import { layoutNames } from '../definition';
import type { ChartDefinition, DrawnChart, LayoutName } from '../definition';
import { planOf } from '../plan';
import { compileChart } from './compile';

const suffix = '?vega';
/** Packages of Vega that the browser's part does without. */
const absentPackages = new Set([
  'd3-color',
  'd3-ease',
  'd3-geo',
  'd3-scale-chromatic',
  'd3-time',
  'd3-time-format',
  'd3-timer',
  'vega-expression',
  'vega-loader',
  'vega-selections',
  'vega-statistics',
  'vega-time',
]);
const planSuffix = /\?vega-(narrow|medium|wide)$/;

/**
 * Where pages are rendered, a chart is its three specifications. The browser gets their sizes, and a module for each layout with the plan
 * of its view: it is fetched when that layout is drawn, and spares the page Vega's parser.
 */
export function vegaCharts(): Plugin {
  const slim = fileURLToPath(new URL('./vega-slim.mjs', import.meta.url));
  const absent = fileURLToPath(new URL('./vega-absent.mjs', import.meta.url));
  return {
    name: 'vega-charts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === 'vega') return slim;
      if (this.environment.name === 'client' && this.environment.mode === 'build') {
        if (absentPackages.has(source)) return absent;
        // Only the build parses: without a word on side effects, the page would carry the parser all the same.
        if (source === 'vega-parser') {
          const parser = await this.resolve(source, importer, { skipSelf: true });
          return parser === null ? null : { ...parser, moduleSideEffects: false };
        }
      }
      if (planSuffix.test(source)) return source;
      if (!source.endsWith(suffix)) return null;
      const file = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return file === null ? null : file.id + suffix;
    },
    async load(id) {
      const [file, query] = id.split('?');
      if (query === undefined || !/^vega(-|$)/.test(query)) return null;
      const { module, dependencies } = await runnerImport<{ default: ChartDefinition }>(file, {
        configFile: false,
        logLevel: 'error',
      });
      for (const dependency of [file, ...dependencies]) this.addWatchFile(dependency);
      const chart = compileChart(module.default);
      const layout = layoutNames.find((name) => query === `vega-${name}`);
      if (layout !== undefined) return json(planOf(chart.layouts[layout].spec));
      return this.environment.name === 'client' ? pageModule(file, chart) : json(chart);
    },
  };
}

function json(value: unknown): string {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}

function pageModule(file: string, { name, layouts }: DrawnChart): string {
  const drawing = (layout: LayoutName): string => {
    const { width, height } = layouts[layout];
    const plan = JSON.stringify(`${file}?vega-${layout}`);
    return `${layout}: { width: ${width}, height: ${height}, spec: () => import(${plan}) }`;
  };
  return `export default { name: ${JSON.stringify(name)}, layouts: { ${layoutNames.map(drawing).join(', ')} } };`;
}
