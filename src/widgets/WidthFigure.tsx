// What a tank's number of tadpoles does to its estimate: how sure it is, and how much of its gap to the typical tank it loses.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { Figure } from '../charts/Figure';
import type { NumberTableContent } from '../charts/NumberTable';
import { shrinkageRows } from '../charts/tank-rows';
import { widthRows } from '../charts/width-rows';
import widths from '../charts/widths?vega';
import { estimatesOf } from '../store/estimates';
import { formatFixed, formatPercent } from '../store/format';
import { useLectureFit } from '../store/lecture-fit';
import { multilevelFit } from '../store/multilevel-fit';
import { useSettings } from '../store/settings';
import { drawsOf } from '../store/shown-draws';
import { useKnobFit } from '../store/use-knob-fit';
import { IntervalMass } from './IntervalMass';
import { MultilevelStatus } from './MultilevelStatus';
import { TakeAway } from './TakeAway';
import { tanks } from './tanks';
import './figure-controls.css';

const draws = drawsOf(multilevelFit);

export function WidthFigure(): ReactNode {
  const picture = useKnobFit(multilevelFit, (state) => state.picture);
  const interval = useSettings((state) => state.interval);
  useLectureFit(multilevelFit);
  const { rows, data } = useMemo(() => {
    const made = widthRows(shrinkageRows(tanks, estimatesOf(picture, 'p')), picture.derived.typical);
    const groups = made.groups.map((group) => ({
      ...group,
      widthText: formatFixed(100 * group.width, 0),
      pulledText: formatPercent(group.pulled, 0),
    }));
    return { rows: groups, data: { tanks: made.tanks, groups } };
  }, [picture]);
  const description = rows
    .map(
      ({ density, widthText, pulledText }) =>
        `With ${density} tadpoles a tank, intervals of ${interval} percent are ${widthText} points wide on average, and estimates lose ${pulledText} of their gap to the typical tank.`,
    )
    .join(' ');
  const table: NumberTableContent = {
    caption: 'By tadpoles a tank',
    columns: ['tadpoles', 'width of the interval, points', 'part of the gap lost'],
    rows: () => rows.map(({ density, widthText, pulledText }) => [String(density), widthText, pulledText]),
    exact: () => rows.map(({ density, width, pulled }) => [density, 100 * width, pulled].map(String)),
  };
  return (
    <Figure
      width="wide"
      title="The fewer tadpoles, the wider the interval and the stronger the pull"
      controls={
        <div className="figure-options">
          <IntervalMass />
        </div>
      }
      status={<MultilevelStatus />}
      caption="On the left a mark is a tank: how wide the interval of its survival is, in percentage points. On the right, which part of its distance to the typical tank its estimate lost; tanks within 5 points of the typical one are left out, for they have no distance to lose. The bar is the group’s: on the left its mean, on the right all moves over all distances."
      table={table}
      menu={<TakeAway name="reed frogs intervals and pull" model="frogs-multilevel" table={table} draws={draws} />}
    >
      <Chart chart={widths} data={data} description={description} symbols={{ tanks: 'p', groups: 'p' }} />
    </Figure>
  );
}
