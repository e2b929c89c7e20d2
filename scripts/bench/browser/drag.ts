// A scripted hand on the reed frogs' slider: from input to painted preview and to the settled posterior, frames, and what a preview costs.
import type { Page } from '@playwright/test';
import { dragOnce, sigmaSteps } from './hand';
import { answers, frameTimes } from './drag-record';
import type { DragRecord, Picture } from './drag-record';
import { cpuFigure, figure } from './measurement';
import type { Bench, Part } from './measurement';
import { close, pageAt, sampledHere, traced } from './session';
import { spreadOf } from './statistics';
import { cpuWithin, drawnAfter } from './trace';
import type { Trace } from './trace';

/** Drags, each some way along the slider and then at rest. */
const drags = 12;
const frame = 1000 / 60;

interface Dragged {
  readonly record: DragRecord;
  readonly trace: Trace;
}

interface Timings {
  /** From input to painted preview, ms; of inputs that a preview answered. */
  readonly painted: readonly number[];
  /** Of them, until the summary was back, until the chart was changed. */
  readonly answered: readonly number[];
  readonly changed: readonly number[];
  /** From the last input of a drag to the painted posterior, ms. */
  readonly settled: readonly number[];
  readonly frames: readonly number[];
  /** Processor time in all workers, ms. */
  readonly glimpseCpu: readonly number[];
  readonly closerCpu: readonly number[];
  /** From the last input before a closer look to its frame, ms. */
  readonly closer: readonly number[];
  /** Processor time of the main thread for a picture, from its summary to its frame, ms. */
  readonly pictureCpu: readonly number[];
  readonly inputs: number;
}

export async function measureDrag({ session, naive, say }: Bench): Promise<Part> {
  const page = await pageAt(session, 'reed-frogs/');
  await page.locator('input.knob-range').first().scrollIntoViewIfNeeded();
  await sampledHere(page);
  const all: Dragged[] = [];
  // The first drag warms the page up, as any reader's does.
  for (let drag = 0; drag <= drags; drag++) {
    const dragged = await recordDrag(page, session, drag);
    if (drag > 0) all.push(dragged);
  }
  await close(page);
  const timings = all.map(timingsOf);
  const joined = (read: (one: Timings) => readonly number[]): number[] => timings.flatMap(read);
  const painted = spreadOf(joined((one) => one.painted));
  const settled = spreadOf(joined((one) => one.settled));
  const frames = spreadOf(joined((one) => one.frames));
  const glimpse = spreadOf(joined((one) => one.glimpseCpu));
  const cpu = spreadOf(joined((one) => one.closerCpu));
  const closer = spreadOf(joined((one) => one.closer));
  const picture = spreadOf(joined((one) => one.pictureCpu));
  say(`${painted.count} inputs answered by ${glimpse.count} glimpses; ${cpu.count} closer looks`);
  return {
    figures: [
      figure('input to painted preview, median', painted.median / frame, 'frames', 2),
      figure('input to painted preview, 95th percentile', painted.p95 / frame, 'frames', 4),
      figure('the same in time, median', painted.median, 'ms'),
      figure('the same in time, 95th percentile', painted.p95, 'ms'),
      figure('a pause to its painted 4 × 250 preview, median', closer.median, 'ms'),
      figure('last input to painted posterior, median', settled.median, 'ms'),
      figure('last input to painted posterior, 95th percentile', settled.p95, 'ms'),
      figure('a frame while dragging, median', frames.median, 'ms'),
      figure('a frame while dragging, 95th percentile', frames.p95, 'ms'),
      cpuFigure('a first picture, 4 × 50, in all workers, median', glimpse.median, naive),
      cpuFigure('a 4 × 250 preview in all workers, median', cpu.median, naive, 21_000),
      cpuFigure('a 4 × 250 preview in all workers, 95th percentile', cpu.p95, naive, 42_000),
      cpuFigure('drawing a preview on the main thread, median', picture.median, naive),
    ],
    detail: {
      timings,
      untilAnswered: spreadOf(joined((one) => one.answered)),
      untilChanged: spreadOf(joined((one) => one.changed)),
    },
  };
}

async function recordDrag(page: Page, session: Bench['session'], drag: number): Promise<Dragged> {
  await page.mouse.move(0, 0);
  let record: DragRecord | null = null;
  const trace = await traced(session, page, async () => {
    await page.evaluate(() => window.tadpoleProbe.start());
    await dragOnce(page, drag);
    await page.waitForFunction(() => window.tadpoleProbe.rested(), null, { timeout: 60_000, polling: 200 });
    await page.waitForTimeout(200);
    record = await page.evaluate(() => window.tadpoleProbe.stop());
  });
  if (record === null) throw new Error('the drag left no record');
  return { record, trace };
}

function timingsOf({ record, trace }: Dragged): Timings {
  const { inputs, pictures } = record;
  const shown = answers(record, sigmaSteps);
  const pairs = inputs.flatMap((input, k) => {
    const picture = shown[k];
    const drawn = picture?.changed == null ? null : drawnAfter(trace, picture.changed);
    return picture == null || picture.changed === null || drawn === null
      ? []
      : [{ moved: input.moved, answered: picture.answered, changed: picture.changed, drawn }];
  });
  const last = inputs.at(-1);
  const run = pictures.find(({ kind, asked }) => kind === 'settled' && last !== undefined && asked > last.heard);
  const runDrawn = run?.changed == null ? null : drawnAfter(trace, run.changed);
  const of = (kind: Picture['kind']): Picture[] => pictures.filter((picture) => picture.kind === kind);
  const cpuOf = ({ asked, answered }: Picture): number =>
    trace.workers.reduce((sum, tasks) => sum + cpuWithin(tasks, asked, answered), 0);
  return {
    painted: pairs.map(({ moved, drawn }) => drawn - moved),
    answered: pairs.map(({ moved, answered }) => answered - moved),
    changed: pairs.map(({ moved, changed }) => changed - moved),
    settled: last === undefined || runDrawn === null ? [] : [runDrawn - last.moved],
    frames: frameTimes(record),
    glimpseCpu: of('glimpse').map(cpuOf),
    closerCpu: of('closer look').map(cpuOf),
    closer: of('closer look').flatMap(({ asked, changed }) => {
      const before = inputs.findLast(({ heard }) => heard <= asked);
      const drawn = changed === null ? null : drawnAfter(trace, changed);
      return before === undefined || drawn === null ? [] : [drawn - before.moved];
    }),
    pictureCpu: of('glimpse').flatMap(({ answered, changed }) => {
      const drawn = changed === null ? null : drawnAfter(trace, changed);
      return drawn === null ? [] : [cpuWithin(trace.main, answered, drawn)];
    }),
    inputs: inputs.length,
  };
}
