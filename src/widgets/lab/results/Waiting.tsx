// What stands where an answer is still to come, or cannot come.
import type { ReactNode } from 'react';
import type { Inquiry } from '../../../store/lab/results/answers';

export interface WaitingProps<A> {
  readonly state: Inquiry<A> | null;
  /** What is being done: "The rows are being left out one by one." */
  readonly doing: string;
}

/** Nothing once the answer is there. */
export function Waiting<A>({ state, doing }: WaitingProps<A>): ReactNode {
  if (state?.kind === 'done') return null;
  if (state?.kind === 'refused')
    return (
      <p className="lab-refused" role="alert">
        {state.message}
      </p>
    );
  if (state?.kind === 'failed')
    return (
      <p className="lab-refused" role="alert">
        The worker stopped at this, and there is no answer. The draws are kept; run the model again to try once more.
      </p>
    );
  const several = state?.kind === 'working' && state.of > 1;
  return (
    <p className="results-waiting" role="status">
      {doing} {several && <progress max={state.of} value={state.done} aria-label="Done so far" />}
    </p>
  );
}
