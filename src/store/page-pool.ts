// The page's pool of workers: made when the first run needs it, shared by all figures.
import { createBrowserPool } from '../engine/browser';
import type { Pool } from '../engine/pool';

let pool: Pool | null = null;

export function pagePool(): Pool {
  pool ??= createBrowserPool();
  return pool;
}
