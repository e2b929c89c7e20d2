// What the energies of a chain say: E-BFMI, the energy Bayesian fraction of missing information.

/**
 * Sum of squared changes of the energy over its sum of squares about the mean (Betancourt 2016, arXiv:1604.00695). Below 0.3 the
 * momentum draws cannot carry the chain through the energies it needs. Null for constant, non-finite or fewer than two energies.
 */
export function ebfmi(energy: Float64Array): number | null {
  let mean = 0;
  for (let i = 0; i < energy.length; i++) mean += energy[i];
  mean /= energy.length;
  let changes = 0;
  let spread = 0;
  for (let i = 0; i < energy.length; i++) {
    spread += (energy[i] - mean) * (energy[i] - mean);
    if (i > 0) changes += (energy[i] - energy[i - 1]) * (energy[i] - energy[i - 1]);
  }
  const ratio = changes / spread;
  return Number.isFinite(ratio) ? ratio : null;
}
