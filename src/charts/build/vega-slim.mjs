// What the lecture's charts use of Vega, and nothing more: stands in for the package `vega` in the site's bundle.
import { transforms } from 'vega-dataflow';
import { axisticks, datajoin, encode, scale, sortitems } from 'vega-encode';
import {
  aggregate,
  collect,
  compare,
  expression,
  extent,
  facet,
  field,
  filter,
  formula,
  key,
  multivalues,
  params,
  prefacet,
  proxy,
  sieve,
  subflow,
  tupleindex,
  values,
} from 'vega-transforms';
import { bound, identifier, mark, overlap, render, viewlayout } from 'vega-view-transforms';
import { relay } from './forgetful-relay.mjs';

Object.assign(transforms, { axisticks, datajoin, encode, scale, sortitems });
Object.assign(transforms, {
  aggregate,
  collect,
  compare,
  expression,
  extent,
  facet,
  field,
  filter,
  formula,
  key,
  multivalues,
  params,
});
Object.assign(transforms, { prefacet, proxy, relay, sieve, subflow, tupleindex, values });
Object.assign(transforms, { bound, identifier, mark, overlap, render, viewlayout });

export { changeset } from 'vega-dataflow';
export { parse } from 'vega-parser';
export { SVGStringRenderer } from 'vega-scenegraph';
export { View } from 'vega-view';
