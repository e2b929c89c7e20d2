// The units of one trial: what is true, what was seen, what partial pooling makes of it.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import type { CompiledChart } from '../charts/definition';
import { unitRows } from '../charts/error-rows';
import type { UnitRow } from '../charts/error-rows';
import { formatFixed } from '../store/format';

export interface UnitsChartProps {
  readonly chart: CompiledChart;
  readonly rows: readonly UnitRow[];
  /** Of the world, for those who do not see it. */
  readonly kind: string;
}

export function UnitsChart({ chart, rows, kind }: UnitsChartProps): ReactNode {
  const data = useMemo(() => unitRows(rows), [rows]);
  const signals = useMemo(() => ({ count: Math.max(1, rows.length) }), [rows]);
  const off = (read: (row: UnitRow) => number): string =>
    formatFixed(
      (100 * rows.reduce((sum, row) => sum + Math.abs(read(row) - row.truth), 0)) / Math.max(1, rows.length),
      1,
    );
  const many = `${rows.length} units`;
  return (
    <Chart
      chart={chart}
      data={data}
      signals={signals}
      description={
        rows.length === 0
          ? 'No trial has been run yet.'
          : `One trial${kind === many ? '' : `, ${kind}`}: ${many}. What was seen is off by ${off(({ raw }) => raw)} points on average, partial pooling by ${off(({ partial }) => partial)}.`
      }
    />
  );
}
