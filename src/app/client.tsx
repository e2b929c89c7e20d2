// The page in the browser: the very tree that the server rendered, now alive; or one figure of it, for the page around its frame.
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { App } from './App';
import { keepOffline } from './offline/offline';
import { factsOf, loadPage } from './pages';
import 'katex/dist/katex.min.css';
import './theme/index.css';

const { page: slug = '', root = './', embed } = document.documentElement.dataset;

async function hydrate(): Promise<void> {
  const container = document.getElementById('root');
  if (container !== null && embed !== undefined)
    return (await import('./embed/start')).startEmbed(container, embed, root);
  const facts = factsOf(slug);
  if (container === null || facts === undefined) throw new Error(`this document is no page of the lecture: '${slug}'`);
  const page = await loadPage(slug);
  // In slices, between which the page can scroll and be painted.
  startTransition(() => void hydrateRoot(container, <App facts={facts} page={page} root={root} />));
}

/** When the page has what it needs: paper and focus at once, and what keeps it offline once the first figure had its turn. */
async function prepareForLater(): Promise<void> {
  (await import('./handout/handout')).prepareHandouts();
  (await import('./keep-focus')).keepFocus();
  if (!import.meta.env.PROD || embed !== undefined) return;
  window.setTimeout(() => void keepOffline(`${root}service-worker.js`), 3000);
}

/** A window with the notes of presenter mode shows them in place of the page. */
async function start(): Promise<void> {
  if (new URLSearchParams(window.location.search).has('notes')) (await import('./presenter/notes-window')).showNotes();
  else await hydrate();
}

void start();
if (document.readyState === 'complete') void prepareForLater();
else window.addEventListener('load', () => void prepareForLater(), { once: true });
