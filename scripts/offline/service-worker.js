// The lecture without a network: every file of one version, kept whole. The build writes `version` and `files` above this text.
const scope = new URL(self.registration.scope);
/** Several lectures may live on one host: each minds its own folder's caches. */
const prefix = `tadpool ${scope.pathname} `;
const own = prefix + version;

/** A page is kept under its folder's address. */
const addressOf = (file) => new URL(file.replace(/(^|\/)index\.html$/, '$1'), scope).href;

/** Names of assets hold a hash of their content; any other file may change under its name. */
const isFixed = (file) => file.startsWith('assets/');

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope.href)) event.respondWith(answer(request));
});
// The reader decides when a newer version takes over.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

/** A few at a time, so that a page that is being read keeps some of the line. One file that does not come: none is kept, and the browser tries again later. */
async function keepAll() {
  const cache = await caches.open(own);
  const waiting = [...files];
  const keepNext = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await keep(cache, file);
  };
  await Promise.all([keepNext(), keepNext(), keepNext(), keepNext()]);
}

async function keep(cache, file) {
  const address = addressOf(file);
  const known = isFixed(file) ? await caches.match(address) : undefined;
  const response = known ?? (await fetch(address, { cache: isFixed(file) ? 'default' : 'no-cache' }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

/** The version before stays for the tabs that still show it. */
async function takeOver() {
  const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const kept = await caches.open(own);
  const page = request.mode === 'navigate';
  // What is set in a page stands after the question mark; the page is the same.
  const found = (await kept.match(request, { ignoreSearch: page })) ?? (await olderAsset(request.url));
  if (found !== undefined) return found;
  try {
    return await fetch(request);
  } catch (error) {
    if (page) return lostReader(request.url, kept);
    throw error;
  }
}

async function olderAsset(address) {
  return isFixed(address.slice(scope.href.length)) ? caches.match(address) : undefined;
}

/** What the host would say of an address without its last slash, or of one that is no page. */
async function lostReader(address, kept) {
  const url = new URL(address);
  const folder = new URL(`${url.pathname}/`, url);
  if ((await kept.match(folder.href)) !== undefined) return Response.redirect(folder.href + url.search, 302);
  const page = await kept.match(new URL('404.html', scope).href);
  return page === undefined ? Response.error() : new Response(page.body, { status: 404, headers: page.headers });
}
