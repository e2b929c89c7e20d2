// What a study says of five estimators in one respect, for both effects.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import type { ChartData } from '../charts/definition';
import chart from '../charts/interval-rows-5?vega';
import { posteriorData } from '../charts/posterior-rows';
import type { Posterior } from '../charts/posterior-rows';
import { formatFixed } from '../store/format';
import type { Measured, Performance } from '../store/study';
import { estimatorLooks, estimatorNames } from './estimator-names';

export type Measure = 'bias' | 'rmse' | 'coverage50' | 'coverage89';

export const measureNames: Readonly<Record<Measure, string>> = {
  rmse: 'error',
  bias: 'bias',
  coverage50: 'coverage, 50 %',
  coverage89: 'coverage, 89 %',
};

const effects = { bXY: 'effect of X', bZY: 'effect of Z' } as const;

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly axisTitle: (effect: string) => string;
  /** What would be right, and what it is called. */
  readonly target: { readonly at: number; readonly text: string } | null;
}

const scales: Readonly<Record<Measure, Scale>> = {
  rmse: {
    from: 0,
    to: 0.8,
    axisTitle: (effect) => `error (root mean square), ${effect}`,
    target: null,
  },
  bias: {
    from: -0.8,
    to: 0.8,
    axisTitle: (effect) => `mean error, ${effect}`,
    target: { at: 0, text: 'no bias' },
  },
  coverage50: {
    from: 0,
    to: 1,
    axisTitle: (effect) => `50 % intervals that hold it, ${effect}`,
    target: { at: 0.5, text: 'promised: 0.50' },
  },
  coverage89: {
    from: 0,
    to: 1,
    axisTitle: (effect) => `89 % intervals that hold it, ${effect}`,
    target: { at: 0.89, text: 'promised: 0.89' },
  },
};

export interface StudyRowsProps {
  readonly rows: readonly Performance[];
  readonly measure: Measure;
  readonly worlds: number;
}

export function StudyRows({ rows, measure, worlds }: StudyRowsProps): ReactNode {
  return (
    <div className="world-pair">
      {(['bXY', 'bZY'] as const).map((name) => (
        <Rows key={name} name={name} rows={rows} measure={measure} worlds={worlds} />
      ))}
    </div>
  );
}

function Rows({ name, rows, measure, worlds }: StudyRowsProps & { readonly name: 'bXY' | 'bZY' }): ReactNode {
  const { axisTitle } = scales[measure];
  const { from, to } = endsOf(measure, rows);
  const own = useMemo(() => rows.filter(({ parameter }) => parameter === name), [rows, name]);
  const data = useMemo(() => measuredRows(own, measure, { from, to }), [own, measure, from, to]);
  const signals = useMemo(() => ({ from, to, axisTitle: axisTitle(effects[name]) }), [from, to, axisTitle, name]);
  const said = own.map((row) => `${estimatorNames[row.estimator]} ${formatFixed(row[measure].value, 2)}`).join(', ');
  return (
    <Chart
      chart={chart}
      data={data}
      signals={signals}
      description={`Over ${worlds} worlds, ${axisTitle(effects[name])}: ${said}.`}
    />
  );
}

/** The axis is three times as long where a world is so wild that a bar would leave it. */
function endsOf(measure: Measure, rows: readonly Performance[]): { readonly from: number; readonly to: number } {
  const { from, to } = scales[measure];
  const farthest = rows.reduce((most, row) => Math.max(most, Math.abs(row[measure].value)), 0);
  const times = measure === 'rmse' || measure === 'bias' ? (farthest > to ? 3 : 1) : 1;
  return { from: from * times, to: to * times };
}

function measuredRows(
  rows: readonly Performance[],
  measure: Measure,
  { from, to }: { readonly from: number; readonly to: number },
): ChartData {
  const { target } = scales[measure];
  const data = posteriorData(
    rows.map((row) => rowOf(row, row[measure])),
    { from, to },
  );
  return { ...data, truth: target === null ? [] : [{ truth: target.at, text: target.text }] };
}

/** One and two Monte Carlo standard errors stand where a posterior has its intervals. */
function rowOf({ estimator }: Performance, { value, error }: Measured): Posterior {
  const e = error ?? 0;
  return {
    label: estimatorNames[estimator],
    look: estimatorLooks[estimator],
    mean: value,
    lower: value - 2 * e,
    upper: value + 2 * e,
    innerLower: value - e,
    innerUpper: value + e,
  };
}
