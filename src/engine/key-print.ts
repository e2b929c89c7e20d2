// A run key in a few digits, for what cannot carry its data along: a link, and a fit that the build made.
import type { RunKey } from './key';

export interface KeyPrint {
  /** Eight digits that tell keys apart, not a proof: over all that a run's draws depend on, but for the sampler's version. */
  readonly print: string;
  readonly samplerVersion: number;
}

export function printOf(key: RunKey): KeyPrint {
  const { source, knobs, chains, settings, target, seed, samplerVersion } = key;
  const { text, roles, data, noncentered } = source;
  const whole = [
    [text, roles, data, noncentered],
    [knobs, chains, settings, target, seed],
  ];
  return { print: digitsOf(JSON.stringify([whole])), samplerVersion };
}

/** FNV-1a. */
export function digitsOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
