// Vite plugin: `import chart from './shrinkage?vega'` compiles the chart to Vega at build time; `vega` becomes the slim module.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import type { Plugin } from 'vite';
import type { ChartDefinition } from '../definition';
import { compileChart } from './compile';

const suffix = '?vega';

export function vegaCharts(): Plugin {
  const slim = fileURLToPath(new URL('./vega-slim.mjs', import.meta.url));
  return {
    name: 'vega-charts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source === 'vega') return slim;
      if (!source.endsWith(suffix)) return null;
      const file = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return file === null ? null : file.id + suffix;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const file = id.slice(0, -suffix.length);
      const { module, dependencies } = await runnerImport<{ default: ChartDefinition }>(file, {
        configFile: false,
        logLevel: 'error',
      });
      for (const dependency of [file, ...dependencies]) this.addWatchFile(dependency);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compileChart(module.default)))});`;
    },
  };
}
