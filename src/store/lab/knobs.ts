// A knob of the lab under the hand: glimpses of the fit while it moves; at rest, a fit that takes a moment is made again.
import type { Declaration } from '../../engine/lab/document';
import { burdenOf } from '../../engine/lab/weigh';
import { pageLab, pageRunner } from './page-lab';

/** A hand that holds still this long has come to rest, ms. */
const restAfter = 350;
/** A fit that takes longer waits until it is asked for, s. */
const quick = 4;

let timer: ReturnType<typeof setTimeout> | undefined;

export function moveKnob(knob: Extract<Declaration, { role: 'knob' }>, value: number): void {
  pageLab.declare({ ...knob, value });
  pageRunner.glimpse();
  clearTimeout(timer);
  timer = setTimeout(() => void runAgain(), restAfter);
}

async function runAgain(): Promise<void> {
  await pageLab.settled();
  pageLab.store.setState({ moving: false });
  const { fit, weight, document } = pageLab.store.getState();
  if (fit === null || weight.kind !== 'weighed' || weight.seconds > quick) return;
  if (burdenOf(weight.weight, document.settings, weight.seconds) === 'light') pageRunner.run();
}
