// The documents of embedded figures, at build and for the development server.
import { contents } from 'virtual:contents';
import { earlyScript } from '../../charts/early-hand';
import { figureComponents } from 'virtual:figures/components';
import { figures } from 'virtual:figures';
import { embedFolder } from '../../widgets/share/embed-address';
import { assetsOf } from '../assets';
import type { Assets, Manifest } from '../assets';
import { documentHtml } from '../document';
import { later } from '../later';
import type { RenderedPage } from '../rendered-page';
import { staticHtml } from '../static-html';
import { Embed } from './Embed';
import type { EmbedFacts } from './facts';
import { embedScript } from './theme';

const source = 'src/app/embed/start.tsx';
/** They all lie three folders deep. */
const root = '../../../';

type Figure = (typeof figures)[number];

export function renderEmbeds(manifest: Manifest): readonly Promise<RenderedPage>[] {
  return figures.map(async (figure) => {
    const widgets = [`src/widgets/${figure.component}.tsx`];
    const assets = await assetsOf(manifest, source, widgets, root);
    return { file: `${embedFolder(figure.slug, figure.name)}index.html`, html: await renderEmbed(figure, assets) };
  });
}

/** The figure at a path of the development server, or null where there is none. */
export async function renderEmbedForDevelopment(path: string): Promise<string | null> {
  const figure = figures.find(({ slug, name }) => path === `/${embedFolder(slug, name)}`);
  return figure === undefined ? null : renderEmbed(figure, { kind: 'development', entry: '/src/app/client.tsx' });
}

async function renderEmbed({ slug, name, number, component, props }: Figure, assets: Assets): Promise<string> {
  const page = contents.find((one) => one.slug === slug);
  if (page === undefined) throw new Error(`the figure ${name} stands on no page`);
  const facts: EmbedFacts = { slug, title: page.title, name, number, component, props };
  return documentHtml({
    title: `Figure ${number} of ${page.title} · Tadpool`,
    description: null,
    data: { page: slug, embed: JSON.stringify(facts) },
    script: earlyScript + embedScript,
    root,
    assets,
    body: await staticHtml(<Embed facts={facts} widget={later(figureComponents[component])} root={root} />),
  });
}
