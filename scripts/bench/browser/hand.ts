// The hand that drags: the mouse on the reed frogs' slider, sixty moves a second, with pauses on its way.
import type { Page } from '@playwright/test';
import { knobAt } from '../../../src/store/log-scale';

const interval = 1000 / 60;
const moves = 40;
/** After so many moves it pauses, ms: long enough for a closer look, too short to be at rest. */
const pauses: readonly number[] = [14, 27];
const pause = 220;

/** Where the drags begin and end, as shares of the slider. */
const ways: readonly (readonly [number, number])[] = [
  [0.6, 0.3],
  [0.3, 0.75],
  [0.75, 0.5],
  [0.5, 0.95],
  [0.95, 0.55],
  [0.55, 0.15],
  [0.15, 0.6],
];

/** The sigma of a position of the slider. */
export function sigmaSteps(position: number): number {
  return knobAt({ minimum: 0.1, maximum: 5, steps: 200 }, position);
}

export async function dragOnce(page: Page, drag: number): Promise<void> {
  const box = await page.locator('input.knob-range').first().boundingBox();
  if (box === null) throw new Error('the slider has no box');
  const [from, to] = ways[drag % ways.length];
  const y = box.y + box.height / 2;
  const at = (move: number): number => box.x + box.width * (from + (to - from) * (move / moves));
  await page.mouse.move(at(0), y);
  await page.mouse.down();
  let due = performance.now();
  for (let move = 1; move <= moves; move++) {
    due = Math.max(due + interval, performance.now() - interval);
    await page.mouse.move(at(move), y);
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    if (!pauses.includes(move)) continue;
    await new Promise((resolve) => setTimeout(resolve, pause));
    due += pause;
  }
  await page.mouse.up();
}
