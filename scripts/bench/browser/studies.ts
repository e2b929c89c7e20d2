// What takes seconds, timed from the press of its button to the words that end it.
import type { Page } from '@playwright/test';
import { lectureKey } from '../../../src/engine/lecture-run';
import { cpuFigure, figure } from './measurement';
import type { Bench, Part } from './measurement';
import { close, harnessPage, pageAt, quiet, sampledHere, traced, workerFile } from './session';
import type { Session } from './session';
import { spreadOf } from './statistics';
import { sliderSources } from './subjects';

/** Milliseconds from a press on the button `name` until the document says `done`. */
export function timePress(page: Page, name: string, done: RegExp): Promise<number> {
  return page.evaluate(
    ({ wanted, source }) =>
      new Promise<number>((resolve, reject) => {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find(({ textContent }) => textContent.trim() === wanted);
        if (button === undefined) {
          reject(new Error(`no button ${wanted}`));
          return;
        }
        const words = new RegExp(source);
        const began = performance.now();
        const watch = new MutationObserver((changes) => {
          if (!changes.some(({ target }) => words.test(target.textContent ?? ''))) return;
          watch.disconnect();
          resolve(performance.now() - began);
        });
        watch.observe(document.querySelector('main') ?? document.body, {
          subtree: true,
          childList: true,
          characterData: true,
        });
        button.click();
      }),
    { wanted: name, source: done.source },
  );
}

/** The same, with the processor time of the page and its workers meanwhile. */
async function tracePress(
  session: Session,
  page: Page,
  name: string,
  done: RegExp,
): Promise<{ ms: number; cpu: number }> {
  let ms = Number.NaN;
  const { main, workers } = await traced(session, page, async () => {
    ms = await timePress(page, name, done);
  });
  return { ms, cpu: [main, ...workers].flat().reduce((sum, task) => sum + task.cpu, 0) };
}

export async function measureCurve({ session, naive }: Bench): Promise<Part> {
  const page = await pageAt(session, 'reed-frogs/');
  await sampledHere(page);
  await quiet(page);
  const runs: { ms: number; cpu: number }[] = [];
  for (let repeat = 0; repeat < 5; repeat++) {
    const button = repeat === 0 ? 'Run it yourself' : 'Run it again';
    runs.push(await tracePress(session, page, button, /Computed in your browser/));
  }
  await close(page);
  const { median } = spreadOf(runs.map(({ ms }) => ms));
  const cpu = spreadOf(runs.map((run) => run.cpu)).median;
  return {
    figures: [
      figure('20-sigma cross-validation: PSIS of tanks and tadpoles, and exact, median of 5', median / 1000, 's', 1.5),
      figure('the first of them', runs[0].ms / 1000, 's'),
      cpuFigure('all its work, median of 5', cpu, naive),
    ],
    detail: { runs },
  };
}

export async function measureExactLoo({ session }: Bench): Promise<Part> {
  const page = await harnessPage(session);
  const key = lectureKey(sliderSources(), { sigma: 1 }, 1);
  const times = await page.evaluate(
    ([worker, wanted]) => window.tadpoleHarness.exactLoo(worker, wanted, 'T', 'alpha'),
    [`${session.address}${workerFile(session)}`, key] as const,
  );
  await close(page);
  return {
    figures: [
      figure('exact leave-one-tank-out at one sigma, by quadrature', times.quadrature / 1000, 's', 1),
      figure('the same by 48 refits', times.refits / 1000, 's'),
    ],
    detail: times,
  };
}

export async function measureWorlds({ session, naive }: Bench): Promise<Part> {
  const page = await pageAt(session, 'mundlak/?worlds=100&study=2');
  await quiet(page);
  for (const [group, choice] of [
    ['For the effect of X', 'fixed effects'],
    ['For the effect of Z', 'naive'],
  ] as const)
    await page.getByRole('group', { name: group }).getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: 'These are my bets' }).click();
  await quiet(page);
  const done = /100 worlds of study 2, run in your browser/;
  const { ms, cpu } = await tracePress(session, page, 'Run them here', done);
  await close(page);
  return {
    figures: [figure('100 worlds, five estimators each', ms / 1000, 's', 60), cpuFigure('all its work', cpu, naive)],
    detail: { ms, cpu },
  };
}

export async function measureCrossed({ session, naive }: Bench): Promise<Part> {
  const page = await pageAt(session, 'difficulties/');
  await quiet(page);
  const { ms, cpu } = await tracePress(session, page, 'Run the chains here', /reached 400 in/);
  const clock = (await page.locator('.crossed-clock').textContent()) ?? '';
  await close(page);
  const seconds = Number(/reached 400 in ([\d.]+) seconds/.exec(clock)?.[1] ?? Number.NaN);
  return {
    figures: [
      figure('trolley, crossed, to a smallest bulk ESS of 400 (the page’s clock)', seconds, 's', 30),
      figure('the same from the press to the last word', ms / 1000, 's'),
      cpuFigure('all its work', cpu, naive),
    ],
    detail: { clock, ms, cpu },
  };
}
