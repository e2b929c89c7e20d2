// Where a chain starts: a point of finite density, or the reason why there is none.

import type { Random } from '../math/random';
import type { Hamiltonian } from './hamiltonian';

export type InitFailure =
  /** None of the positions tried had a finite log density and gradient. */
  | { readonly kind: 'no finite density'; readonly attempts: number; readonly message: string }
  /** The position to start from has no finite log density or gradient. */
  | { readonly kind: 'bad start'; readonly message: string }
  /** No step size gives a sensible leapfrog step: the density is flat, or not smooth. */
  | { readonly kind: 'no step size'; readonly message: string };

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

const attempts = 100;

/** Draws positions uniformly from (-2, 2), as Stan does, until one has a finite density and gradient. Writes into `slot`. */
export function startAtRandom(hamiltonian: Hamiltonian, slot: number, random: Random): InitFailure | undefined {
  const position = hamiltonian.points.positions[slot];
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (let i = 0; i < position.length; i++) position[i] = 4 * random.uniform() - 2;
    if (isUsable(hamiltonian, slot)) return undefined;
  }
  const message =
    `No starting point: at ${attempts} positions drawn uniformly from (-2, 2) on the unconstrained scale, ` +
    'the log density or its gradient was not finite. Check that the data lie within the support of their distributions.';
  return { kind: 'no finite density', attempts, message };
}

/** Starts at a given position. Writes into `slot`. */
export function startAt(given: Float64Array, hamiltonian: Hamiltonian, slot: number): InitFailure | undefined {
  const position = hamiltonian.points.positions[slot];
  if (given.length !== position.length) {
    const message = `The starting position has ${given.length} coordinates; the target has ${position.length}.`;
    return { kind: 'bad start', message };
  }
  position.set(given);
  if (isUsable(hamiltonian, slot)) return undefined;
  return { kind: 'bad start', message: 'At the starting position the log density or its gradient is not finite.' };
}

function isUsable(hamiltonian: Hamiltonian, slot: number): boolean {
  return hamiltonian.evaluate(slot) > -Infinity && hamiltonian.points.gradients[slot].every(Number.isFinite);
}
