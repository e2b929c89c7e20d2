// What a distribution is: arguments with their domains, support, density, random draw and names. One file each in distributions/.
import type { Random } from '../math/random';

/** Where an argument must lie. `trials` is a non-negative whole number; `cutpoints` an increasing vector. */
export type Domain = 'real' | 'positive' | 'unit' | 'trials' | 'cutpoints' | 'logits';

export interface Argument {
  readonly name: string;
  readonly domain: Domain;
}

/** Where the outcome lies. A string names the argument that gives the bound. */
export type Support =
  | { readonly kind: 'real' }
  | { readonly kind: 'positive' }
  | { readonly kind: 'unit' }
  | { readonly kind: 'interval'; readonly lower: string; readonly upper: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'count' }
  | { readonly kind: 'upTo'; readonly trials: string }
  /** 1..K; K - 1 is the size of the named vector argument. */
  | { readonly kind: 'category'; readonly vector: string };

/**
 * The log density, normalized, of `x` given the arguments by name.
 * - `notation`: text in the notation, with lgamma and log1p_exp besides the public functions; the compiler differentiates it.
 * - `code`: JavaScript of its own with its own derivative, where that is faster or stabler. The compiler passes in the names of
 *   scalar locals; `emit` returns statements that compute, and expressions for the value and each partial derivative.
 *   Its text may call what `densityFunctions` (distributions/functions.ts) holds, by those names, and Math.abs, min, max, sqrt, sign.
 */
export type Density =
  | { readonly kind: 'notation'; readonly text: string }
  | {
      readonly kind: 'code';
      readonly emit: (context: DensityContext) => DensityCode;
      readonly pooled?: PooledDensity;
    };

/**
 * The density of all rows at once that agree in every argument but data of their own: what those data are summed up by suffices.
 * Its code is `emit`'s with another meaning: `x` and the arguments of `data` are their sums over the rows (or `x` their mean),
 * `weight` is the number of rows, and value and partials are those of all of them.
 */
export interface PooledDensity {
  /** `x` and arguments, which must be data. */
  readonly data: readonly string[];
  readonly by: 'sum' | 'mean';
  readonly emit: (context: DensityContext) => DensityCode;
}

export interface DensityContext {
  /** JavaScript for the outcome and for each scalar argument; cheap to repeat (a local, an array read or a literal, a
   * negative one in parentheses). */
  readonly x: string;
  readonly arguments: Readonly<Record<string, string>>;
  /**
   * A vector argument as an array with an offset and a length: element k is `values[offset + k]`. Its adjoint, at the same offset in
   * `adjoints`, is accumulated in place, times `weight`.
   */
  readonly vectors: Readonly<
    Record<
      string,
      {
        readonly values: string;
        readonly adjoints: string;
        readonly offset: string;
        readonly size: string;
        /** Arrays of the steps of an ordered vector, `values[k] - values[k - 1]` at k, exact where the difference is all rounding. */
        readonly steps?: { readonly values: string; readonly adjoints: string };
      }
    >
  >;
  /** JavaScript for the weight of the cell: how many identical rows it stands for ('1' when there are no weights). */
  readonly weight: string;
  /** A fresh local name. */
  readonly local: (hint: string) => string;
  /**
   * JavaScript (a local or an array read) for the value of `code`, which depends on nothing but `reads`: argument names, or `x`.
   * The compiler computes it as seldom as it can: once at bind, once a call, or once a row.
   */
  readonly hoist: (code: string, reads: readonly string[]) => string;
  /**
   * A term of the log density that depends on nothing but `reads`, by name: JavaScript for it with a plus behind it, or nothing where the
   * compiler adds it up over the rows once, when the module starts. Of single rows, pooled or not.
   */
  readonly constant: (code: (read: (name: string) => string) => string, reads: readonly string[]) => string;
  /** JavaScript for the sum of squares about their mean of the outcomes of the rows that are pooled; '0' where rows are not. */
  readonly spread: () => string;
  /**
   * Takes `times * log(factor)` off the log density of the row by way of a product over rows, if it can: false where the density must do so
   * itself. `factor` is JavaScript, from 1 to `largest` (at most 1e100); `times` an argument's name, or null for once. Rounds what
   * `factor` exceeds 1 by to 1e-16.
   */
  readonly product: (factor: string, times: string | null, largest: number) => boolean;
  /**
   * The sum of `code` over the rows, weighted, as a local that `DensityCode.after` may read, and the number of rows; null where that cannot be.
   * `reads` are the arguments that `after` reads and differentiates: they must not vary from row to row.
   */
  readonly total: (
    hint: string,
    code: string,
    reads: readonly string[],
  ) => { readonly name: string; readonly rows: string } | null;
  /** Whether the partial derivative for this argument (or `x`) is wanted; a vector's adjoint is touched only if so. */
  readonly needs: (name: string) => boolean;
}

export interface DensityCode {
  readonly statements: readonly string[];
  /** JavaScript for the log density, not yet weighted; empty where `after` says it all. */
  readonly value: string;
  /** JavaScript for d value / d name, not yet weighted; `x` for the outcome. Arguments left out have derivative zero. */
  readonly partials: Readonly<Record<string, string>>;
  /** The share of all rows together, worked out from totals, and its derivatives: only of the arguments that the totals were told of. */
  readonly after?: { readonly value: string; readonly partials: Readonly<Record<string, string>> };
}

/** An alternative density for an argument that arrives through a link: Binomial's p as inv_logit(eta), Poisson's rate as exp(eta). */
export interface LinkedDensity {
  readonly argument: string;
  readonly link: 'logit' | 'log';
  /** Its text or code reads the linear predictor under the argument's own name. */
  readonly density: Density;
  /** Stan's name for this form (`binomial_logit`), where there is one. */
  readonly stan: string | null;
  /** PyMC's keyword for the predictor (`logit_p`), where there is one. */
  readonly pymc?: string;
}

export interface Distribution {
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly support: Support;
  readonly density: Density;
  readonly linked: readonly LinkedDensity[];
  /** Names of the location and scale arguments, where `x = location + scale * z` holds: what `noncentered` can rewrite. */
  readonly locationScale: { readonly location: string; readonly scale: string } | null;
  /** One draw; arguments in the order declared, a vector argument as an array. Uses `Random` alone. */
  readonly draw: (random: Random, ...parameters: readonly (number | Float64Array)[]) => number;
  readonly stan: StanForm;
  readonly pymc: PymcForm;
  readonly latex: string;
  /** One line for help and completion: `Normal(mean, sd)`. */
  readonly signature: string;
}

/** How Stan writes it: a name, and its arguments in Stan's order as a function of ours. */
export interface StanForm {
  readonly name: string;
  readonly arguments: (parameters: readonly string[]) => readonly string[];
  /** True where the outcome is the absolute value of what Stan's distribution draws: the half distributions. */
  readonly folded?: true;
}

/** How PyMC 5 writes it: class and keyword arguments as a function of ours. */
export interface PymcForm {
  readonly name: string;
  readonly keywords: (parameters: readonly string[]) => readonly (readonly [string, string])[];
}
