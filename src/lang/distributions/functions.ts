// The functions that emitted densities may call, by name: the scope of generated code.
import { exp, expm1 } from '../../math/exp';
import { digamma, lbeta, lchoose, lgamma } from '../../math/gamma';
import { log, log1p } from '../../math/log';
import { invLogit, log1mExp, log1pExp, logit } from '../../math/logistic';
import { pow } from '../../math/power';
import { digammaRise, logRising } from './rising';

export const densityFunctions = {
  exp,
  expm1,
  log,
  log1p,
  logit,
  invLogit,
  log1pExp,
  log1mExp,
  lgamma,
  digamma,
  lbeta,
  lchoose,
  logRising,
  digammaRise,
  pow,
} as const;
