// Vega's relay, which copies rows for those who change them, without its memory of rows that are gone: dragged for minutes, a chart has had thousands.
import { tupleid } from 'vega-dataflow';
import { relay } from 'vega-transforms';

const { transform } = relay.prototype;

relay.prototype.transform = function forgetting(parameters, pulse) {
  const out = transform.call(this, parameters, pulse);
  if (parameters.derive) pulse.visit(pulse.REM, (row) => delete this.value[tupleid(row)]);
  return out;
};

export { relay };
