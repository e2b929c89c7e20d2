// A line to a worker, whatever kind of worker it is.
import type { FromWorker, ToWorker } from './protocol';

export interface Port {
  readonly post: (message: ToWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly listen: (onMessage: (message: FromWorker) => void, onCrash: (message: string) => void) => void;
  readonly close: () => void;
}
