// The draws of one quantity, chain by chain, and the questions every diagnostic asks of them first.

/** Draws of one scalar quantity, one array per chain, all of one length. */
export type Chains = readonly Float64Array[];

/** All draws, chain after chain. */
export function pool(chains: Chains): Float64Array {
  const pooled = new Float64Array(chains.reduce((total, chain) => total + chain.length, 0));
  let offset = 0;
  for (const chain of chains) {
    pooled.set(chain, offset);
    offset += chain.length;
  }
  return pooled;
}

/** Each chain cut into its first and second half, without the middle draw of an odd length. Views, not copies. */
export function splitChains(chains: Chains): Chains {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return half === 0 ? [chain] : [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
}

/** False when a draw is not finite, when all are equal, or when there is none: then a diagnostic has no answer. */
export function canDiagnose(chains: Chains): boolean {
  let smallest = Infinity;
  let largest = -Infinity;
  for (const chain of chains) {
    for (let i = 0; i < chain.length; i++) {
      const x = chain[i];
      if (!(x - x === 0)) return false;
      if (x < smallest) smallest = x;
      if (x > largest) largest = x;
    }
  }
  return largest - smallest >= Number.EPSILON;
}
