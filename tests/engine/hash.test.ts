import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { drawsSha256 } from '../../src/engine/hash';

function nodeSha256(chains: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const chain of chains)
    for (const value of chain) {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(value);
      hash.update(bytes);
    }
  return hash.digest('hex');
}

describe('draws_sha256', () => {
  const chains = [Float64Array.of(1.5, -0, 1e-310, Infinity), Float64Array.of(Math.PI, 2, -7, 0)];

  it('is SHA-256 of little-endian float64, chain by chain', () => {
    expect(drawsSha256(chains)).toBe(nodeSha256(chains));
  });

  it('sees the sign of zero and the order of chains', () => {
    expect(drawsSha256([Float64Array.of(0)])).not.toBe(drawsSha256([Float64Array.of(-0)]));
    expect(drawsSha256([chains[1], chains[0]])).not.toBe(drawsSha256(chains));
  });

  it('takes every NaN as the same', () => {
    const odd = new Float64Array(1);
    new DataView(odd.buffer).setBigUint64(0, 0xfff8000000000123n, true);
    expect(Number.isNaN(odd[0])).toBe(true);
    expect(drawsSha256([odd])).toBe(nodeSha256([Float64Array.of(NaN)]));
  });
});
