// The browser benchmark: opens the built site in Chromium, runs the parts that are asked for, prints a table and keeps a JSON file.
import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { measureDrag } from './drag';
import { measureHeap, measureLeftBehind } from './endurance';
import { measureLessonTasks } from './lesson-tasks';
import type { Bench, Figure, Measure } from './measurement';
import { isMet } from './measurement';
import { drift, timeNaiveGradient } from './naive-gradient';
import { measureLoads } from './page-loads';
import { measureSlowLoads } from './slow-loads';
import type { Folders, Launch } from './session';
import { measureSettledEss } from './settled-ess';
import { measureCrossed, measureCurve, measureExactLoo, measureWorlds } from './studies';
import { short, tableOf } from './tables';

const parts: Readonly<Record<string, Measure>> = {
  drag: measureDrag,
  ess: measureSettledEss,
  curve: measureCurve,
  exact: measureExactLoo,
  worlds: measureWorlds,
  crossed: measureCrossed,
  loads: measureLoads,
  slow: measureSlowLoads,
  tasks: measureLessonTasks,
  workers: measureLeftBehind,
  heap: measureHeap,
};

export const partNames: readonly string[] = Object.keys(parts);

export interface RunOptions {
  /** All where there are none. */
  readonly only: readonly string[];
  /** Of dragging. */
  readonly minutes: number;
  readonly address: string;
  readonly folders: Folders;
  readonly launch: Launch;
  /** Where the JSON goes. */
  readonly file: string;
}

interface Report {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly chromium: string;
  /** Of the last minute, at the start of each part: what others did meanwhile. */
  readonly load: Readonly<Record<string, number>>;
  readonly naiveGradientNs: number;
  readonly compiledGradientNs: number;
  /** The slowest timing of the naive gradient over the fastest, before and after each part. */
  readonly naiveDrift: number;
  readonly figures: readonly (Figure & { readonly part: string; readonly met: boolean | null })[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Returns the report as Markdown. */
export async function runBench({ only, minutes, address, folders, launch, file }: RunOptions): Promise<string> {
  const browser = await chromium.launch(launch);
  const session = { browser, launch, address, folders };
  const say = (words: string): void => void process.stderr.write(`  ${words}\n`);
  const naive = await timeNaiveGradient(session);
  const timings = [naive];
  const load: Record<string, number> = {};
  const detail: Record<string, unknown> = {};
  const figures: Report['figures'][number][] = [];
  for (const [part, measure] of Object.entries(parts)) {
    if (only.length > 0 && !only.includes(part)) continue;
    const began = performance.now();
    load[part] = loadavg()[0];
    process.stderr.write(`${part} …\n`);
    const bench: Bench = { session, naive, minutes, say };
    const found = await measure(bench);
    figures.push(...found.figures.map((one) => ({ ...one, part, met: isMet(one) })));
    detail[part] = found.detail;
    timings.push(await timeNaiveGradient(session));
    say(`${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const report: Report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores`,
    node: process.version,
    chromium: browser.version(),
    load,
    naiveGradientNs: naive.ns,
    compiledGradientNs: naive.compiledNs,
    naiveDrift: drift(timings),
    figures,
    detail,
  };
  await browser.close();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  return textOf(report);
}

function textOf({ date, machine, node, chromium: version, load, ...report }: Report): string {
  const loads = Object.values(load);
  const range = loads.length === 0 ? '' : `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  const head =
    `${date}, ${machine}, Chromium ${version}, Node ${node}; load average ${range}. ` +
    `The naive gradient of the frogs takes ${short(report.naiveGradientNs)} ns here (by a factor of ${report.naiveDrift.toFixed(2)} between ` +
    `the fastest and the slowest timing of this run), the compiled one ${short(report.compiledGradientNs)} ns.`;
  return `${head}\n\n${tableOf(report.figures)}`;
}
