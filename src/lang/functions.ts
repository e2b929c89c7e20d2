// The functions of the notation.

/** Functions of one number. */
export const scalarFunctions = ['exp', 'log', 'sqrt', 'abs', 'logit', 'inv_logit', 'log1p', 'expm1', 'square'] as const;
export type ScalarFunction = (typeof scalarFunctions)[number];

/** Functions of a whole vector. */
export const vectorFunctions = ['sum', 'mean'] as const;
export type VectorFunction = (typeof vectorFunctions)[number];

export const functionNames: readonly string[] = [...scalarFunctions, ...vectorFunctions];

export function isScalarFunction(name: string): name is ScalarFunction {
  return scalarFunctions.some((other) => other === name);
}

export function isVectorFunction(name: string): name is VectorFunction {
  return vectorFunctions.some((other) => other === name);
}
