// Stands in, in the browser alone, for what Vega can do and no chart here asks for: maps, files to load, named colour schemes, selections, dates as text, statistics, and the parser of expressions (the build has parsed them).
function absent() {
  throw new Error('this part of Vega is not in the site: see charts/build/vega-absent.mjs');
}

/** Vega makes a loader with each view, and these tables and visitors as it is loaded. */
export const loader = () => ({ load: absent, sanitize: absent });
export const codegenExpression = () => Object.assign(() => absent(), { functions: {} });
/** Rows that stand in a specification are rows already. */
export const read = (rows, format) => (Array.isArray(rows) && Object.keys(format ?? {}).length === 0 ? rows : absent());
export const constants = {};
export const functions = () => ({});
export const Literal = 'Literal';
export const CallExpression = 'CallExpression';

const noColours = [];
export {
  noColours as schemeAccent,
  noColours as schemeCategory10,
  noColours as schemeDark2,
  noColours as schemeObservable10,
  noColours as schemePaired,
  noColours as schemePastel1,
  noColours as schemePastel2,
  noColours as schemeSet1,
  noColours as schemeSet2,
  noColours as schemeSet3,
};
export {
  absent as bin,
  absent as bootstrapCI,
  absent as cumulativeLogNormal,
  absent as cumulativeNormal,
  absent as cumulativeUniform,
  absent as densityLogNormal,
  absent as densityNormal,
  absent as densityUniform,
  absent as dotbin,
  absent as geoArea,
  absent as geoBounds,
  absent as geoCentroid,
  absent as parseExpression,
  absent as quantileLogNormal,
  absent as quantileNormal,
  absent as quantileUniform,
  absent as quantiles,
  absent as quartiles,
  absent as random,
  absent as randomKDE,
  absent as randomLogNormal,
  absent as randomMixture,
  absent as randomNormal,
  absent as randomUniform,
  absent as responseType,
  absent as sampleCurve,
  absent as sampleLogNormal,
  absent as sampleNormal,
  absent as sampleUniform,
  absent as selectionIdTest,
  absent as selectionResolve,
  absent as selectionTest,
  absent as selectionTuples,
  absent as selectionVisitor,
  absent as timeFormat,
  absent as timeFormatLocale,
  absent as timeParse,
  absent as utcFormat,
  absent as utcParse,
};
