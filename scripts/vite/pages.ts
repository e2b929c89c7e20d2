// The development server's pages: the same server rendering as the build, on request.
import type { Plugin, ViteDevServer } from 'vite';
import { isRunnableDevEnvironment } from 'vite';

interface ServerModule {
  readonly renderForDevelopment: (path: string) => Promise<string | null>;
  readonly searchIndexForDevelopment: () => Promise<string>;
}

export function pages(): Plugin {
  return {
    name: 'tadpool:pages',
    configureServer: (server) => () => {
      server.middlewares.use(async (request, response, next) => {
        try {
          if (request.url === '/search.json') {
            response.setHeader('content-type', 'application/json');
            response.end(await (await serverModule(server)).searchIndexForDevelopment());
            return;
          }
          const html = await render(server, request.url ?? '/');
          if (html === null) return next();
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(html);
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

async function serverModule(server: ViteDevServer): Promise<ServerModule> {
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error('the server environment cannot run modules');
  return ssr.runner.import<ServerModule>('/src/app/server.tsx');
}

async function render(server: ViteDevServer, url: string): Promise<string | null> {
  const { renderForDevelopment } = await serverModule(server);
  const html = await renderForDevelopment(url.split('?')[0]);
  return html === null ? null : server.transformIndexHtml(url, html);
}
