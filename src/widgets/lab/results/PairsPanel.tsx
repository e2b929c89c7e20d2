// Two chosen quantities against each other, with the places where trajectories diverged.
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../../../charts/Chart';
import { Figure } from '../../../charts/Figure';
import pairsChart from '../../../charts/pairs?vega';
import { pairRows } from '../../../charts/pairs-rows';
import type { PairAxis, PairRows } from '../../../charts/pairs-rows';
import { formatCount, formatFixed } from '../../../store/format';
import type { LabFit } from '../../../store/lab/fits';
import { divergingOf, drawsOf, drawTotal, quantitiesOf, supportOf } from '../../../store/lab/results/quantities';
import type { Quantity } from '../../../store/lab/results/quantities';
import { TakeAway } from '../../TakeAway';
import { fileName } from './file-name';
import type { ResultsProps } from './Results';

interface Axis {
  readonly name: string;
  readonly logarithmic: boolean;
}

export function PairsPanel({ fit }: ResultsProps): ReactNode {
  const quantities = quantitiesOf(fit);
  const [first, second] = beginning(fit, quantities);
  const [x, setX] = useState<Axis>({ name: first, logarithmic: false });
  const [y, setY] = useState<Axis>({ name: second, logarithmic: false });
  const across = find(quantities, x.name);
  const up = find(quantities, y.name) ?? across;
  const rows = useMemo(
    () =>
      across === null || up === null ? null : pairRows(axisOf(fit, across, x), axisOf(fit, up, y), divergingOf(fit)),
    [fit, across, up, x, y],
  );
  if (rows === null || across === null || up === null) return <p>There are no two quantities to show.</p>;
  const names = `${rows.signals.xTitle} and ${rows.signals.yTitle}`;
  return (
    <Figure
      width="wide"
      title={titleOf(rows, names)}
      controls={
        <div className="figure-options">
          <AxisChoice label="Across" {...{ fit, quantities }} axis={x} quantity={across} onChange={setX} />
          <AxisChoice label="Up" {...{ fit, quantities }} axis={y} quantity={up} onChange={setY} />
        </div>
      }
      caption={`A point a draw: ${formatCount(rows.drawn)} of ${formatCount(drawTotal(fit))} are drawn, evenly over the chains, and all that diverged, as red crosses. Crosses that crowd in a corner or a neck show where the sampler cannot go; a long thin band, that the data know only a combination of the two.`}
      menu={<TakeAway name={`${fileName(fit)} pairs`} />}
    >
      <Chart
        chart={pairsChart}
        data={rows.data}
        signals={rows.signals}
        description={`Draws of ${names}: correlation ${formatFixed(rows.correlation, 2)}; ${formatCount(rows.broken)} draws diverged.`}
      />
    </Figure>
  );
}

function axisOf(fit: LabFit, quantity: Quantity, { logarithmic }: Axis): PairAxis {
  return {
    title: quantity.label,
    chains: drawsOf(fit, quantity),
    logarithmic: logarithmic && isPositive(fit, quantity),
  };
}

function find(quantities: readonly Quantity[], name: string): Quantity | null {
  return quantities.find((quantity) => quantity.name === name) ?? quantities[0] ?? null;
}

/** A scale against a member of what it spreads, where funnels show; else the first two. */
function beginning(fit: LabFit, quantities: readonly Quantity[]): readonly [string, string] {
  const scale = quantities.find((quantity) => quantity.block === 'parameters' && isPositive(fit, quantity));
  const other =
    quantities.find(({ name, variable }) => name !== variable) ?? quantities.find(({ name }) => name !== scale?.name);
  const [one, two] = quantities;
  return scale === undefined || other === undefined ? [one?.name ?? '', two?.name ?? ''] : [other.name, scale.name];
}

function isPositive(fit: LabFit, quantity: Quantity): boolean {
  return supportOf(fit, quantity).lower >= 0;
}

function titleOf({ broken, correlation }: PairRows, names: string): string {
  const together = `${names}: correlation ${formatFixed(correlation, 2)}`;
  if (broken === 0) return together;
  return `${together}, ${formatCount(broken)} ${broken === 1 ? 'draw' : 'draws'} diverged`;
}

interface AxisChoiceProps {
  readonly label: string;
  readonly fit: LabFit;
  readonly quantities: readonly Quantity[];
  readonly axis: Axis;
  readonly quantity: Quantity;
  readonly onChange: (axis: Axis) => void;
}

function AxisChoice({ label, fit, quantities, axis, quantity, onChange }: AxisChoiceProps): ReactNode {
  const id = useId();
  return (
    <span className="results-axis">
      <label htmlFor={id}>
        {label}
        <select id={id} value={quantity.name} onChange={(event) => onChange({ ...axis, name: event.target.value })}>
          {quantities.map((one) => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={axis.logarithmic && isPositive(fit, quantity)}
          disabled={!isPositive(fit, quantity)}
          onChange={(event) => onChange({ ...axis, logarithmic: event.target.checked })}
        />{' '}
        logarithm
      </label>
    </span>
  );
}
