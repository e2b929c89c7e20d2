// A static file server for dist/: what any static host would do, with nothing to install.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import { site } from './tree.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Serves `folder` under `base`. Port 0 takes a free one; `open` lets other machines in.
 * Rejects with the system's error when the port cannot be had.
 */
export function serve({ port = 0, open = false, folder = site, base = '/' } = {}) {
  const server = createServer((request, response) => answer(request, response, folder, base));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, open ? '::' : '127.0.0.1', () => {
      const taken = server.address().port;
      const hosts = open ? ['localhost', ...ownAddresses()] : ['127.0.0.1'];
      resolve({ addresses: hosts.map((host) => `http://${host}:${taken}${base}`), close: () => server.close() });
    });
  });
}

function answer(request, response, folder, base) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  const found = resolvePath(request.url ?? '/', folder, base);
  switch (found.kind) {
    case 'file':
      return send(request, response, 200, found.file);
    case 'moved':
      response.writeHead(308, { location: found.location });
      return response.end();
    case 'missing': {
      const page = join(folder, '404.html');
      return existsSync(page) ? send(request, response, 404, page) : end(response, 404);
    }
  }
}

function resolvePath(url, folder, base) {
  const [path, query] = url.split(/\?(.*)/s);
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return { kind: 'missing' };
  }
  if (!decoded.startsWith(base) || decoded.includes('\0')) return { kind: 'missing' };
  const file = normalize(join(folder, decoded.slice(base.length)));
  const root = normalize(folder + sep);
  if (!`${file}${sep}`.startsWith(root) || !existsSync(file)) return { kind: 'missing' };
  if (!statSync(file).isDirectory()) return { kind: 'file', file };
  if (!existsSync(join(file, 'index.html'))) return { kind: 'missing' };
  if (!decoded.endsWith('/')) return { kind: 'moved', location: `${path}/${query === undefined ? '' : `?${query}`}` };
  return { kind: 'file', file: join(file, 'index.html') };
}

function send(request, response, status, file) {
  const fixed = /[\\/]assets[\\/]/.test(file);
  response.writeHead(status, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).pipe(response);
}

function end(response, status) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

function ownAddresses() {
  return Object.values(networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
}
