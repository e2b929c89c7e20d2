// Pages as HTML, at build and for the development server.
import { contents } from 'virtual:contents';
import type { PageFacts } from 'virtual:contents';
import { prerender } from 'react-dom/static';
import { compactSvg } from '../charts/compact-svg';
import { renderStatic } from '../charts/render-static';
import { StaticRenderContext } from '../charts/static-render-context';
import { App } from './App';
import { assetsOf } from './assets';
import type { Assets, Manifest } from './assets';
import { documentHtml } from './document';
import { loadPage, sourceOf } from './pages';
import { passagesOf } from './search/passages';
import type { SearchPage } from './search/passages';
import { rootFrom } from './site-root';

export interface RenderedPage {
  /** Path in the site's folder. */
  readonly file: string;
  readonly html: string;
}

/** Every page. `base` is the folder of the host, which only the 404 page needs. */
export async function renderSite(manifest: Manifest, base: string): Promise<readonly RenderedPage[]> {
  return Promise.all(
    contents.map(async (facts) => {
      const root = rootFrom(facts.slug, base);
      const { widgets } = await loadPage(facts.slug);
      const assets = await assetsOf(manifest, sourceOf(facts.slug), widgets, root);
      return { file: fileOf(facts.slug), html: await renderPage(facts, root, assets) };
    }),
  );
}

/** What a search reads of the pages, as JSON. */
export function searchIndex(pages: readonly RenderedPage[]): string {
  const found = contents
    .filter(({ slug }) => slug !== '404')
    .map(({ slug, title }): SearchPage => {
      const html = pages.find(({ file }) => file === fileOf(slug))?.html ?? '';
      return { slug, title, passages: passagesOf(html) };
    });
  return JSON.stringify(found);
}

/** The same for the development server, whose pages are rendered on request. */
export async function searchIndexForDevelopment(): Promise<string> {
  const pages = contents.map(async ({ slug }) => ({
    file: fileOf(slug),
    html: (await renderForDevelopment(slug === '' ? '/' : `/${slug}/`)) ?? '',
  }));
  return searchIndex(await Promise.all(pages));
}

/** The page at a path of the development server, or null where there is none. */
export async function renderForDevelopment(path: string): Promise<string | null> {
  const facts = contents.find((page) => path === (page.slug === '' ? '/' : `/${page.slug}/`));
  if (facts === undefined) return null;
  return renderPage(facts, rootFrom(facts.slug, '/'), { kind: 'development', entry: '/src/app/client.tsx' });
}

function fileOf(slug: string): string {
  if (slug === '') return 'index.html';
  return slug === '404' ? '404.html' : `${slug}/index.html`;
}

const renderStill: typeof renderStatic = (...drawing) => compactSvg(renderStatic(...drawing));

async function renderPage(facts: PageFacts, root: string, assets: Assets): Promise<string> {
  const page = await loadPage(facts.slug);
  const app = (
    <StaticRenderContext value={renderStill}>
      <App facts={facts} page={page} root={root} />
    </StaticRenderContext>
  );
  const { prelude } = await prerender(app, {
    // One piece of HTML, in order: what is streamed later needs inline scripts, and the policy forbids those.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  return documentHtml({ facts, root, assets, body: await new Response(prelude).text() });
}
