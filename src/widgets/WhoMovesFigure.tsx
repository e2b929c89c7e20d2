// At the best sigma: how far each tank moved, and which fraction of its gap to the typical tank it lost.
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { shrinkageRows } from '../charts/tank-rows';
import whoMoves from '../charts/who-moves?vega';
import { describeMoves, movesOf, whoMovesData } from '../charts/who-moves-rows';
import type { Move } from '../charts/who-moves-rows';
import { bestFit } from '../store/best-fit';
import { estimatesOf } from '../store/estimates';
import { formatFixed, formatPercent } from '../store/format';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { BestFitStatus } from './BestFitStatus';
import { TakeAway } from './TakeAway';
import { tanks } from './tanks';
import './figure-controls.css';

const draws = drawsOf(bestFit);
const symbols = { moves: 'p', typical: 'alpha_bar', typicalLabel: 'alpha_bar' };

export function WhoMovesFigure(): ReactNode {
  const picture = useKnobFit(bestFit, (state) => state.picture);
  const [highlight, setHighlight] = useState(0);
  const { typical } = picture.derived;
  const moves = useMemo(() => movesOf(shrinkageRows(tanks, estimatesOf(picture, 'p')), typical), [picture, typical]);
  const data = useMemo(() => whoMovesData(moves, typical), [moves, typical]);
  const signals = useMemo(() => ({ highlight }), [highlight]);
  const table: NumberTableContent = {
    caption: `${moves.length} tanks at sigma ${formatFixed(picture.knob, 3)}, in percent`,
    columns: ['tank', 'tadpoles', 'raw', 'estimate', 'points moved', 'share of the gap'],
    rows: () =>
      moves.map(({ tank, density, raw, estimate, points, fraction }) => [
        String(tank),
        String(density),
        formatFixed(100 * raw, 0),
        formatFixed(100 * estimate, 0),
        formatFixed(points, 1),
        formatFixed(100 * fraction, 0),
      ]),
    exact: () =>
      moves.map(({ tank, density, raw, estimate, points, fraction }) => [
        tank,
        density,
        raw,
        estimate,
        points,
        fraction,
      ]),
  };
  return (
    <Figure
      width="wide"
      title="The farther out a tank, the more points it moves; the fewer its tadpoles, the larger the share of its gap"
      status={<BestFitStatus />}
      caption={
        <>
          One mark a tank at σ = {formatFixed(picture.knob, 2)}: across, its raw proportion; up, how many percentage
          points lie between that and its estimate. Larger marks are tanks with more tadpoles. Each label gives the
          share of the gap to the typical tank that tanks of that size lose, on average.
        </>
      }
      table={table}
      menu={
        <TakeAway
          name={`reed frogs moves sigma ${picture.knob} seed ${picture.seed}`}
          model="frogs-fixed-sigma"
          knobs={{ sigma: picture.knob }}
          table={table}
          draws={draws}
        />
      }
    >
      <Chart
        chart={whoMoves}
        data={data}
        signals={signals}
        description={describeMoves(moves, typical)}
        pointField="tank"
        symbols={symbols}
        onPoint={(tank) => setHighlight(typeof tank === 'number' ? tank : 0)}
      />
      <p className="figure-readout" aria-hidden="true">
        {readout(moves.find(({ tank }) => tank === highlight))}
      </p>
    </Figure>
  );
}

function readout(move: Move | undefined): string {
  if (move === undefined) return 'Point at a tank to read its numbers.';
  const { tank, density, raw, estimate, points, fraction } = move;
  return (
    `Tank ${tank}, ${density} tadpoles: from ${formatPercent(raw, 0)} to ${formatPercent(estimate, 0)}, ` +
    `${formatFixed(points, 1)} points, ${formatPercent(fraction, 0)} of its gap.`
  );
}
