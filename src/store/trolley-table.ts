// The trolley's responses, row by row: fetched when a reader first fits them.
import { readCsv } from '../engine/dataset';
import type { Table } from '../engine/dataset';

let table: Promise<Table> | null = null;

/** Rejects where the file cannot be had; the next call tries again. */
export function trolleyTable(): Promise<Table> {
  table ??= fetchTable().catch((error: unknown) => {
    table = null;
    throw error;
  });
  return table;
}

async function fetchTable(): Promise<Table> {
  const { root = './' } = document.documentElement.dataset;
  const response = await fetch(new URL(`${root}data/trolley.csv`, window.location.href));
  if (!response.ok) throw new Error(`the data file answered ${response.status}`);
  return readCsv(await response.text());
}
