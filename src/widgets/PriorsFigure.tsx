// What the priors of sigma and of the population's middle say of a tank, before any data: exact densities under three sliders.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import { priorFacts, priorRows } from '../charts/prior-rows';
import type { MixtureConstants } from '../charts/prior-rows';
import priors from '../charts/priors?vega';
import { formatFixed, formatPercent, formatSignificant } from '../store/format';
import type { NumberTableContent } from '../charts/NumberTable';
import { Announcement } from './Announcement';
import { ConstantSlider } from './ConstantSlider';
import { priorConstants } from './prior-constants';
import { TakeAway } from './TakeAway';
import './figure-controls.css';

const marked = { sigma: 'sigma', middle: 'alpha_bar', tank: 'alpha', survival: 'p' };

export function PriorsFigure(): ReactNode {
  const [constants, setConstants] = useState<MixtureConstants>(priorConstants.lecture);
  const [logarithmic, setLogarithmic] = useState(false);
  const data = useMemo(() => priorRows(constants, logarithmic), [constants, logarithmic]);
  const facts = useMemo(() => priorFacts(constants), [constants]);
  const { sigma89, tankSd, extreme, far, farNormal } = facts;
  const story =
    `Before any data, sigma lies below ${formatFixed(sigma89, 1)} with 89 percent. A tank’s log-odds have a standard deviation of ` +
    `${formatFixed(tankSd, 1)}, and ${formatPercent(extreme, 0)} of tanks lose or keep nearly all tadpoles (under 5 or over 95 %).`;
  const table: NumberTableContent = {
    caption: 'What these priors say',
    columns: ['quantity', 'value'],
    rows: () => [
      ['sigma, 89 % below', formatFixed(sigma89, 2)],
      ['sd of a tank’s log-odds', formatFixed(tankSd, 2)],
      ['tanks under 5 or over 95 %', formatPercent(extreme, 1)],
      ['beyond 4 sds, this prior', formatSignificant(far, 2)],
      ['beyond 4 sds, a normal', formatSignificant(farNormal, 2)],
    ],
  };
  const knobs = { mean_bar: constants.mean, sd_bar: constants.sd, rate: constants.rate };
  return (
    <Figure
      width="wide"
      title="A tank’s prior has heavier tails than a normal, because sigma is not known"
      controls={
        <>
          <div className="constants">
            {priorConstants.sliders.map(({ key, ...slider }) => (
              <ConstantSlider
                key={key}
                {...slider}
                value={constants[key]}
                consequence={`${formatPercent(extreme, 0)} of tanks under 5 or over 95 percent`}
                onChange={(value) => setConstants((now) => ({ ...now, [key]: value }))}
              />
            ))}
          </div>
          <div className="figure-options">
            <label>
              <input type="checkbox" checked={logarithmic} onChange={(event) => setLogarithmic(event.target.checked)} />{' '}
              Show the tank’s density on a log scale
            </label>
            <button
              type="button"
              className="pill"
              disabled={constants === priorConstants.lecture}
              onClick={() => setConstants(priorConstants.lecture)}
            >
              The lecture’s priors
            </button>
          </div>
        </>
      }
      caption="Four curves, each as high as its peak. The two on the left are the priors you write down. The two on the right follow from them: a tank’s log-odds, with the normal of the same variance as a thin line, and the same tank as a share of survivors. On the log scale the tails come apart. The curves are computed, not sampled."
      table={table}
      menu={<TakeAway name="reed frogs priors" model="frogs-priors" knobs={knobs} table={table} />}
    >
      <Chart chart={priors} data={data} description={story} symbols={marked} />
      <p className="figure-readout" aria-hidden="true">
        {story}
      </p>
      <Announcement text={story} />
    </Figure>
  );
}
