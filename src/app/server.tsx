// Pages as HTML, at build and for the development server.
import { abouts } from 'virtual:abouts';
import { contents } from 'virtual:contents';
import type { PageFacts } from 'virtual:contents';
import { earlyScript } from '../charts/early-hand';
import { comfortScript } from '../store/comfort';
import { App } from './App';
import { assetsOf } from './assets';
import type { Assets, Manifest } from './assets';
import { documentHtml } from './document';
import { renderEmbedForDevelopment, renderEmbeds } from './embed/render';
import type { RenderedPage } from './rendered-page';
import { growthScript } from './page-growth';
import { loadPage, sourceOf } from './pages';
import { passagesOf } from './search/passages';
import type { SearchPage } from './search/passages';
import { rootFrom } from './site-root';
import { staticHtml } from './static-html';

/** Every page, and every figure in a document of its own. `base` is the folder of the host, which only the 404 page needs. */
export async function renderSite(manifest: Manifest, base: string): Promise<readonly RenderedPage[]> {
  const pages = contents.map(async (facts): Promise<RenderedPage> => {
    const root = rootFrom(facts.slug, base);
    const { widgets } = await loadPage(facts.slug);
    const assets = await assetsOf(manifest, sourceOf(facts.slug), widgets, root);
    return { file: fileOf(facts.slug), html: await renderPage(facts, root, assets) };
  });
  return Promise.all([...pages, ...renderEmbeds(manifest)]);
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
  if (facts === undefined) return renderEmbedForDevelopment(path);
  return renderPage(facts, rootFrom(facts.slug, '/'), { kind: 'development', entry: '/src/app/client.tsx' });
}

function fileOf(slug: string): string {
  if (slug === '') return 'index.html';
  return slug === '404' ? '404.html' : `${slug}/index.html`;
}

async function renderPage(facts: PageFacts, root: string, assets: Assets): Promise<string> {
  const page = await loadPage(facts.slug);
  return documentHtml({
    title: facts.slug === '' ? 'Tadpool: multilevel models, live' : `${facts.title} · Tadpool`,
    description: abouts[facts.slug].summary,
    data: { page: facts.slug },
    script: earlyScript + comfortScript + growthScript,
    root,
    assets,
    body: await staticHtml(<App facts={facts} page={page} root={root} />),
  });
}
