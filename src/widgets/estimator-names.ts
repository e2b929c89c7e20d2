// What the estimators are called, and the poolings that they are.
import type { Look } from '../charts/looks';
import type { Estimator } from '../store/world-fit';

export const estimatorNames: Readonly<Record<Estimator, string>> = {
  naive: 'naive',
  fixed: 'fixed effects',
  multilevel: 'multilevel',
  mundlak: 'Mundlak',
  latent: 'latent Mundlak',
};

export const estimatorLooks: Readonly<Record<Estimator, Look>> = {
  naive: 'complete',
  fixed: 'none',
  multilevel: 'partial',
  mundlak: 'mundlak',
  latent: 'latent',
};
