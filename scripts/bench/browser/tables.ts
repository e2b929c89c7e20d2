// The figures of the browser benchmark as a Markdown table.
import { isMet } from './measurement';
import type { Figure } from './measurement';

const columns = ['what', 'measured', 'naive gradients', 'target', ''];

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${short(figure.value)} ${figure.unit}`.trim(),
    figure.inNaive === null ? '' : short(figure.inNaive),
    targetOf(figure),
    verdictOf(figure),
  ]);
  const widths = columns.map((column, k) => Math.max(3, column.length, ...rows.map((row) => row[k].length)));
  const right = (k: number): boolean => k === 1 || k === 2;
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, k) => (right(k) ? cell.padStart(widths[k]) : cell.padEnd(widths[k]))).join(' | ')} |`;
  const rule = widths.map((width, k) => (right(k) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(columns), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

function targetOf({ unit, target }: Figure): string {
  if (target === null) return '';
  return `at most ${short(target.atMost)} ${target.in === 'unit' ? unit : 'naive gradients'}`.trim();
}

function verdictOf(figure: Figure): string {
  const met = isMet(figure);
  return met === null ? '' : met ? 'met' : 'missed';
}

/** Three digits; whole numbers in thousands. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const size = Math.abs(value);
  if (size < 10) return value.toFixed(2);
  if (size < 100) return value.toFixed(1);
  return String(Number(value.toPrecision(3))).replace(/\B(?=(\d{3})+$)/g, ',');
}
