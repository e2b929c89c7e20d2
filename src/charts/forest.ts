// Chart: many quantities as rows of intervals on one axis: the reader's mass thin, the central half thick, the mean marked.
import type { ChartDefinition, LayoutName } from './definition';
import { across, chartOf, titleLayer } from './result-frame';
import { estimate, ink, muted, paper } from './style';

const rowHeight = 24;
const lefts: Readonly<Record<LayoutName, number>> = { narrow: 112, medium: 196, wide: 240 };

/**
 * Data sets: `rows` (row, label, short, mean, lower, upper, innerLower, innerUpper, value) and `truths` (row, truth), of at most `count`
 * rows. Params: `from`, `to`, `axisTitle`.
 */
export function forest(count: number): ChartDefinition {
  const down = {
    field: 'middle',
    type: 'quantitative' as const,
    axis: null,
    scale: { domain: [0, count], reverse: true, nice: false },
  };
  const rows = { data: { name: 'rows' }, transform: [{ calculate: 'datum.row + 0.5', as: 'middle' }] };
  return chartOf(`forest-${count}`, (layout) => {
    const left = lefts[layout];
    const x = (field: string) => across(field, layout === 'narrow' ? 3 : 6);
    return {
      padding: { left, right: 62, top: 8, bottom: 46 },
      height: count * rowHeight,
      params: { from: -1, to: 1, axisTitle: '' },
      layers: [
        {
          data: { values: [{ x: 0 }] },
          transform: [{ filter: 'from < 0 && to > 0' }],
          mark: { type: 'rule', stroke: muted, strokeWidth: 1 },
          encoding: { x: x('x') },
        },
        {
          ...rows,
          name: 'intervals',
          mark: { type: 'rule', stroke: estimate, strokeWidth: 1.75 },
          encoding: { x: x('lower'), x2: { field: 'upper' }, y: down },
        },
        {
          ...rows,
          name: 'halves',
          mark: { type: 'rule', stroke: estimate, strokeWidth: 5, strokeCap: 'butt' },
          encoding: { x: x('innerLower'), x2: { field: 'innerUpper' }, y: down },
        },
        {
          ...rows,
          name: 'estimates',
          mark: {
            type: 'point',
            shape: 'circle',
            filled: true,
            fill: estimate,
            stroke: paper,
            strokeWidth: 1.25,
            opacity: 1,
            size: 72,
          },
          encoding: { x: x('mean'), y: down },
        },
        {
          name: 'truth',
          data: { name: 'truths' },
          transform: [
            { calculate: 'datum.row + 0.12', as: 'middle' },
            { calculate: 'datum.row + 0.88', as: 'end' },
          ],
          mark: { type: 'rule', stroke: ink, strokeWidth: 1.5, strokeDash: [4, 2] },
          encoding: { x: x('truth'), y: down, y2: { field: 'end' } },
        },
        {
          ...rows,
          name: 'labels',
          mark: { type: 'text', align: 'left', baseline: 'middle', fill: ink },
          encoding: {
            x: { value: 2 - left },
            y: down,
            text: { field: layout === 'narrow' ? 'short' : 'label', type: 'nominal' },
          },
        },
        {
          ...rows,
          name: 'means',
          mark: { type: 'text', align: 'left', baseline: 'middle', xOffset: 10, fill: estimate },
          encoding: { x: { value: 'width' }, y: down, text: { field: 'value', type: 'nominal' } },
        },
        titleLayer('axisTitle', { x: 0, y: 'height', dy: 40 }),
      ],
    };
  });
}
