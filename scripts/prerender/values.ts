// Numbers that come from the data alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Values } from '../prerender';

export function dataValues(): Values {
  const [head, ...lines] = readFileSync(join('public/data/frogs.csv'), 'utf8').trim().split('\n');
  const columns = head.split(',');
  const rows = lines.map((line) => line.split(','));
  const column = (name: string): readonly number[] => rows.map((row) => Number(row[columns.indexOf(name)]));
  const survived = column('survived');
  const density = column('density');
  const proportions = survived.map((count, k) => count / density[k]);
  return {
    'frogs.tanks': rows.length,
    'frogs.tadpoles': total(density),
    'frogs.meanProportion': total(proportions) / rows.length,
    'frogs.overallProportion': total(survived) / total(density),
    'frogs.fullTanks': proportions.filter((proportion) => proportion === 1).length,
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
