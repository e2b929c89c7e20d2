// Centred against non-centred side by side: the funnel, where steps break, and which form yields more by observations a tank.
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import efficiency from '../charts/efficiency?vega';
import { Figure } from '../charts/Figure';
import { efficiencyRows, funnelRows } from '../charts/funnel-rows';
import type { Coordinate } from '../charts/funnel-rows';
import funnel from '../charts/funnel?vega';
import { formatCount, formatFixed, formatSignificant } from '../store/format';
import { connectFunnel, equations, forms, useFunnel, yieldOf } from '../store/funnel';
import type { Form, FunnelFit, FunnelScore, FunnelState } from '../store/funnel';
import { Announcement } from './Announcement';
import { FunnelControls } from './FunnelControls';
import { TakeAway } from './TakeAway';
import './figure-controls.css';
import './funnel.css';

const names: Readonly<Record<Form, string>> = { centred: 'centred', noncentred: 'non-centred' };

/** What each form's sampler moves in. */
const ownCoordinate: Readonly<Record<Form, Coordinate>> = { centred: 'alpha', noncentred: 'z' };

const axes: Readonly<Record<Coordinate, { readonly from: number; readonly to: number; readonly axisTitle: string }>> = {
  alpha: { from: -3, to: 3, axisTitle: 'α₁ − ᾱ, tank 1 from the middle, log-odds' },
  z: { from: -4, to: 4, axisTitle: 'z₁, the same in units of σ' },
};

export function FunnelFigure(): ReactNode {
  useEffect(connectFunnel, []);
  const state = useFunnel();
  const [form, setForm] = useState<Form>('centred');
  const [own, setOwn] = useState(false);
  const { pair, scores, observations, work } = state;
  const shown = pair.centred.observations;
  const yields = useMemo(
    () =>
      efficiencyRows(
        scores.map((score) => ({ ...score, yield: yieldOf(score) })),
        observations,
      ),
    [scores, observations],
  );
  const table = numbers(scores);
  return (
    <Figure
      width="wide"
      title={finding(pair, shown)}
      controls={<FunnelControls form={form} onForm={setForm} own={own} onOwn={setOwn} />}
      status={<p className="funnel-status">{statusOf(state)}</p>}
      caption={
        <>
          One posterior, sampled in two ways, by the same seed and the same settings, at an acceptance rate of 0.8.
          Points are draws; crosses are draws whose path broke off. Twelve tanks are simulated; the observations of a
          tank are the same however many follow. The two pictures stand for tank 1. Below, for each number of
          observations, what the slowest of all parameters gains from a thousand gradients.
        </>
      }
      table={table}
      menu={
        <TakeAway
          name={`funnel ${shown} observations seed ${pair.centred.seed}`}
          model="frogs-multilevel"
          table={table}
        />
      }
    >
      <div className="funnel-pair">
        {forms.map((one) => (
          <Panel
            key={one}
            fit={pair[one]}
            chosen={one === form}
            coordinate={own ? ownCoordinate[one] : 'alpha'}
            preview={work === 'fitting'}
          />
        ))}
      </div>
      <div className="funnel-equation">
        {forms.map((one) => (
          <div
            key={one}
            className="equation-body"
            role="group"
            aria-label={`The model, ${names[one]}`}
            hidden={one !== form}
            tabIndex={0}
            dangerouslySetInnerHTML={{ __html: equations[one] }}
          />
        ))}
      </div>
      <Chart
        chart={efficiency}
        data={yields}
        description={`Effective draws per 1,000 gradients by observations a tank. ${scores
          .map((score) => `${names[score.form]} at ${score.observations}: ${formatSignificant(yieldOf(score), 2)}`)
          .join(', ')}.`}
      />
      <Announcement text={work === 'settled' ? finding(pair, shown) : null} />
    </Figure>
  );
}

interface PanelProps {
  readonly fit: FunnelFit;
  readonly chosen: boolean;
  readonly coordinate: Coordinate;
  readonly preview: boolean;
}

function Panel({ fit, chosen, coordinate, preview }: PanelProps): ReactNode {
  const data = useMemo(() => funnelRows(fit.places, fit.broke, coordinate), [fit, coordinate]);
  const lowest = Math.min(...fit.places.map(({ logSigma }) => logSigma));
  return (
    <div className="funnel-panel" data-chosen={chosen}>
      <p className="funnel-name">{names[fit.form]}</p>
      <Chart
        chart={funnel}
        data={data}
        signals={axes[coordinate]}
        preview={preview}
        description={
          `Draws of the ${names[fit.form]} form at ${fit.observations} observations a tank, the logarithm of sigma against ` +
          `${coordinate === 'alpha' ? 'alpha 1 less alpha bar' : 'z 1'}: the lowest log sigma reached is ${formatFixed(lowest, 1)}; ` +
          `${divergent(fit)}.`
        }
      />
      <p className="funnel-numbers">
        ESS {formatCount(Math.floor(fit.ess))} from {formatCount(fit.gradients)} gradients, R-hat{' '}
        {formatFixed(fit.rhat, 2)}; {divergent(fit)}
      </p>
    </div>
  );
}

function divergent({ divergences, draws }: FunnelFit): string {
  return divergences === 0 ? 'no divergence' : `${divergences} of ${formatCount(draws)} trajectories diverged`;
}

function finding(pair: Readonly<Record<Form, FunnelFit>>, observations: number): string {
  const [centred, noncentred] = [yieldOf(pair.centred), yieldOf(pair.noncentred)];
  const wins = centred > noncentred ? 'centred' : 'noncentred';
  const ratio = Math.max(centred, noncentred) / Math.min(centred, noncentred);
  const each = observations === 1 ? 'one observation' : `${observations} observations`;
  if (ratio < 1.25) return `With ${each} a tank, both forms do about as well`;
  // Beyond that the loser's own figure is hardly known.
  const times =
    ratio >= 100 ? 'over a hundred' : ratio >= 9.5 ? `about ${formatSignificant(ratio, 1)}` : formatFixed(ratio, 1);
  return `With ${each} a tank, the ${names[wins]} form yields ${times} times as much`;
}

function statusOf({ pair, work, madeBy, scores }: FunnelState): string {
  const { seed, observations } = pair.centred;
  switch (work) {
    case 'fitting':
      return 'Both forms are being sampled.';
    case 'failed':
      return 'The sampler stopped because of a fault in this program. Reload the page to start it afresh.';
    case 'settled':
      return (
        `Seed ${seed}, ${observations} observations a tank, 4 chains of 400 and 500, ` +
        `${madeBy === 'build' ? 'made when this page was built' : 'made in your browser'}. ` +
        (trusted(pair) ? 'Both runs can be trusted.' : `Do not trust ${doubted(pair)}.`) +
        (scores.length < 24 ? ' The other numbers of observations are being sampled.' : '')
      );
  }
}

const sound = ({ rhat, divergences, ess }: FunnelFit): boolean => rhat < 1.02 && divergences === 0 && ess >= 100;

function trusted(pair: Readonly<Record<Form, FunnelFit>>): boolean {
  return forms.every((form) => sound(pair[form]));
}

function doubted(pair: Readonly<Record<Form, FunnelFit>>): string {
  return forms
    .filter((form) => !sound(pair[form]))
    .map(
      (form) =>
        `the ${names[form]} one, whose ${pair[form].rhat >= 1.02 ? 'chains disagree' : 'trajectories diverged'}`,
    )
    .join(', nor ');
}

function numbers(scores: readonly FunnelScore[]) {
  return {
    caption: 'Both forms by observations a tank',
    columns: [
      'observations',
      'form',
      'ESS per 1,000 gradients',
      'smallest ESS',
      'largest R-hat',
      'divergences',
      'gradients',
    ],
    rows: () =>
      [...scores]
        .sort((a, b) => a.observations - b.observations || forms.indexOf(a.form) - forms.indexOf(b.form))
        .map((score) => [
          String(score.observations),
          names[score.form],
          formatSignificant(yieldOf(score), 3),
          formatCount(Math.floor(score.ess)),
          formatFixed(score.rhat, 3),
          String(score.divergences),
          formatCount(score.gradients),
        ]),
  };
}
