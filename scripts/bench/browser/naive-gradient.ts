// The unit of processor time: the reed frogs' gradient as anyone would write it, timed by this browser's engine.
import { frogsData } from './subjects';
import { median } from '../cpu-time';
import { sampleChains } from '../run-chains';
import { prepareModel } from '../../../src/engine/prepare';
import { randomStream } from '../../../src/math/random';
import { defaultSettings } from '../../../src/sampler/settings';
import { close, harnessPage, traced } from './session';
import type { Session } from './session';
import { spreadOf } from './statistics';
import type { Mark } from './trace';

export interface NaiveGradient {
  /** Of processor time, the median over rounds. */
  readonly ns: number;
  /** The compiled gradient of the same model, at the same positions and in turn. */
  readonly compiledNs: number;
}

const id = 'frogs-multilevel';
const rounds = 15;

export async function timeNaiveGradient(session: Session): Promise<NaiveGradient> {
  const source = frogsData(id);
  const prepared = prepareModel(source);
  if (!prepared.ok) throw new Error('the frogs cannot be compiled');
  const settings = { ...defaultSettings, warmup: 200, draws: 200 };
  const { positions } = sampleChains(prepared.value, settings, 1, () => randomStream(1, 0));
  const places = positions.map((position) => Array.from(position));
  const page = await harnessPage(session);
  let calls = 0;
  const { marks } = await traced(session, page, async () => {
    calls = await page.evaluate(
      ([name, model, at, turns]) => window.tadpoleHarness.timeGradients(name, model, at, turns),
      [id, source, places, rounds] as const,
    );
  });
  await close(page);
  const ns = (name: string): number => (1e6 * median(stretches(marks, name))) / calls;
  return { ns: ns('naive'), compiledNs: ns('compiled') };
}

/** Processor time between each first and second mark of a name, ms. */
export function stretches(marks: readonly Mark[], name: string): number[] {
  const own = marks.filter((mark) => mark.name === name);
  return own.flatMap((mark, k) => (k % 2 === 1 ? [mark.cpu - own[k - 1].cpu] : []));
}

/** How far apart the timings of one run are: the larger over the smaller. */
export function drift(all: readonly NaiveGradient[]): number {
  const { largest } = spreadOf(all.map(({ ns }) => ns));
  return largest / Math.min(...all.map(({ ns }) => ns));
}
