// The fingerprint of a posterior: two people who see the same hash have the same draws.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 of the draws as little-endian float64, chain by chain, draw by draw, parameters in text order on their constrained scale.
 * A NaN counts as the canonical quiet NaN, so that its payload does not matter.
 */
export function drawsSha256(chains: readonly Float64Array[]): string {
  const hash = sha256.create();
  for (const chain of chains) {
    const bytes = new Uint8Array(chain.length * 8);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < chain.length; i++) {
      if (Number.isNaN(chain[i])) view.setBigUint64(i * 8, 0x7ff8000000000000n, true);
      else view.setFloat64(i * 8, chain[i], true);
    }
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}
