// Every distribution of the notation, by name.
import type { Distribution } from '../distribution';
import { bernoulli } from './bernoulli';
import { beta } from './beta';
import { betaBinomial } from './beta-binomial';
import { binomial } from './binomial';
import { categorical } from './categorical';
import { cauchy } from './cauchy';
import { exponential } from './exponential';
import { gamma } from './gamma';
import { halfCauchy } from './half-cauchy';
import { halfNormal } from './half-normal';
import { inverseGamma } from './inverse-gamma';
import { laplace } from './laplace';
import { logNormal } from './log-normal';
import { negativeBinomial } from './negative-binomial';
import { normal } from './normal';
import { orderedLogit } from './ordered-logit';
import { poisson } from './poisson';
import { studentT } from './student-t';
import { uniform } from './uniform';

const ALL: readonly Distribution[] = [
  normal,
  studentT,
  cauchy,
  laplace,
  logNormal,
  exponential,
  gamma,
  inverseGamma,
  halfNormal,
  halfCauchy,
  uniform,
  beta,
  bernoulli,
  binomial,
  betaBinomial,
  poisson,
  negativeBinomial,
  orderedLogit,
  categorical,
];

export const distributions: ReadonlyMap<string, Distribution> = new Map(ALL.map((entry) => [entry.name, entry]));
