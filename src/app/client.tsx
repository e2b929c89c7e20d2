// The page in the browser: the very tree that the server rendered, now alive.
import { hydrateRoot } from 'react-dom/client';
import { App } from './App';
import { prepareHandouts } from './handout/handout';
import { keepOffline } from './offline/offline';
import { factsOf, loadPage } from './pages';
import 'katex/dist/katex.min.css';
import './theme/index.css';

const { page: slug = '', root = './' } = document.documentElement.dataset;

async function hydrate(): Promise<void> {
  const container = document.getElementById('root');
  const facts = factsOf(slug);
  if (container === null || facts === undefined) throw new Error(`this document is no page of the lecture: '${slug}'`);
  const page = await loadPage(slug);
  hydrateRoot(container, <App facts={facts} page={page} root={root} />);
}

/** When the page has what it needs, and the first figure had its turn. */
function keepWhenIdle(): void {
  if (import.meta.env.PROD) window.setTimeout(() => void keepOffline(`${root}service-worker.js`), 3000);
}

void hydrate();
prepareHandouts();
if (document.readyState === 'complete') keepWhenIdle();
else window.addEventListener('load', keepWhenIdle, { once: true });
