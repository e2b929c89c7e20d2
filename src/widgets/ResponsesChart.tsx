// Responses of many members, with the histogram of the one that is pointed at or chosen: what the figures of stories and participants share.
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Chart } from '../charts/Chart';
import { histogramRows, memberRows } from '../charts/response-rows';
import type { ResponseMember } from '../charts/response-rows';
import responses from '../charts/responses?vega';

export interface ResponsesChartProps {
  /** The members shown, in order. */
  readonly members: readonly ResponseMember[];
  /** Places kept for members: fewer may be shown. */
  readonly places: number;
  readonly chosen: ResponseMember;
  /** What the chosen one is called over its histogram. */
  readonly name: string;
  readonly everyone: readonly number[];
  readonly description: string;
  readonly onChoose: (key: string) => void;
}

export function ResponsesChart(props: ResponsesChartProps): ReactNode {
  const { members, places, chosen, name, everyone, description, onChoose } = props;
  const rows = useMemo(() => memberRows(members), [members]);
  const histogram = useMemo(() => histogramRows(chosen.counts, everyone), [chosen, everyone]);
  const data = useMemo(() => ({ members: rows, histogram }), [rows, histogram]);
  const signals = useMemo(() => ({ count: places, highlight: chosen.key, name }), [places, chosen, name]);
  return (
    <Chart
      chart={responses}
      data={data}
      signals={signals}
      description={description}
      pointField="member"
      onPoint={(key) => typeof key === 'string' && onChoose(key)}
    />
  );
}
