// An embedded figure in the browser: the very tree that the server rendered, now alive, with the code of that figure alone.
import { hydrateRoot } from 'react-dom/client';
import { figureComponents } from 'virtual:figures/components';
import { later } from '../later';
import { Embed } from './Embed';
import { readEmbedFacts } from './facts';
import { tellHeight } from './height';
import '../../widgets/share/embed.css';

/** `told`: what the build wrote of the figure. */
export function startEmbed(container: Element, told: string, root: string): void {
  const facts = readEmbedFacts(told);
  hydrateRoot(container, <Embed facts={facts} widget={later(figureComponents[facts.component])} root={root} />);
  tellHeight(`${facts.slug}/${facts.name}`);
}
