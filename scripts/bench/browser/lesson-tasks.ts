// The main thread of each page while its samplers work: every slider is moved and every run is started.
import type { Page } from '@playwright/test';
import { figure } from './measurement';
import type { Bench, Part } from './measurement';
import { sitePages } from './pages';
import { close, pageAt, quiet, traced } from './session';
import type { Session } from './session';
import { longest } from './trace';

interface PageTasks {
  readonly page: string;
  readonly sliders: number;
  readonly runs: number;
  /** Processor time, ms. */
  readonly longest: number;
  /** Tasks with more than 50 ms of it. */
  readonly long: number;
}

const runs = /^(Run|Sample|Draw|Play|Go on)/;
const stops = /^(Stop|Pause|Hold)/;

export async function measureLessonTasks({ session, say }: Bench): Promise<Part> {
  const found: PageTasks[] = [];
  for (const path of sitePages()) {
    const one = await tasksOf(session, path);
    if (one === null) continue;
    found.push(one);
    say(`/${path}: ${one.sliders} sliders, ${one.runs} runs, longest task ${one.longest.toFixed(0)} ms`);
  }
  const worst = found.reduce((a, b) => (b.longest > a.longest ? b : a));
  return {
    figures: [
      figure(`longest task while sampling, any page (${worst.page})`, worst.longest, 'ms CPU', 50),
      figure(
        'tasks over 50 ms while sampling, all pages',
        found.reduce((sum, { long }) => sum + long, 0),
        '',
        0,
      ),
    ],
    detail: found,
  };
}

async function tasksOf(session: Session, path: string): Promise<PageTasks | null> {
  const page = await pageAt(session, path);
  await everyChart(page);
  const sliders = await page.locator('main input[type="range"]:enabled').count();
  let started = 0;
  const trace = await traced(session, page, async () => {
    for (let slider = 0; slider < sliders; slider++) await moveSlider(page, slider);
    started = await startRuns(page);
  });
  await close(page);
  if (sliders === 0 && started === 0) return null;
  const cpu = trace.main.map((task) => task.cpu);
  return {
    page: path || 'front page',
    sliders,
    runs: started,
    longest: longest(trace.main)?.cpu ?? 0,
    long: cpu.filter((ms) => ms > 50).length,
  };
}

/** Scrolls past every chart, so that all are live before anything is timed. */
async function everyChart(page: Page): Promise<void> {
  const charts = await page.locator('main .chart').count();
  for (let chart = 0; chart < charts; chart++) {
    await page.evaluate((k) => document.querySelectorAll('main .chart')[k]?.scrollIntoView({ block: 'center' }), chart);
    // What is scrolled past before it is alive is drawn when it is seen again.
    await page.waitForFunction((k) => {
      const shown = document.querySelectorAll('main .chart')[k];
      return !shown.checkVisibility() || shown.querySelector('.chart-live svg') !== null;
    }, chart);
  }
  await quiet(page);
}

/** Focus and keys alone: looking about in the page would take tasks of its own. */
async function moveSlider(page: Page, slider: number): Promise<void> {
  await page.evaluate(
    (k) =>
      document.querySelectorAll<HTMLElement>('main input[type="range"]:enabled')[k]?.focus({ preventScroll: true }),
    slider,
  );
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press(slider % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(50);
  }
  await page.waitForTimeout(700);
}

/** Presses whatever starts a run, lets each go on for a while, and stops it. Returns how many there were. */
async function startRuns(page: Page): Promise<number> {
  const press = (wanted: string, at: number): Promise<number> =>
    page.evaluate(
      ({ source, k }) => {
        const words = new RegExp(source);
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button:enabled')].filter((button) =>
          words.test(button.textContent.trim()),
        );
        buttons[k]?.click();
        return buttons.length;
      },
      { source: wanted, k: at },
    );
  const there = await press(runs.source, -1);
  for (let run = 0; run < there; run++) {
    await press(runs.source, run);
    await page.waitForTimeout(2000);
    await press(stops.source, 0);
    await page.waitForTimeout(200);
  }
  return there;
}
