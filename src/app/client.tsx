// The page in the browser: the very tree that the server rendered, now alive.
import { hydrateRoot } from 'react-dom/client';
import { App } from './App';
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

void hydrate();
