// Numbers that come from the build's fits of the reed frogs at a sigma: how far estimates reach, and how far they moved.
import type { Picture } from '../../src/engine/picture';
import type { Table } from '../../src/engine/dataset';
import type { PopulationLines } from '../../src/engine/population';
import type { Values } from '../prerender';

/**
 * Named `frogs.at<name>.…`, `name` being the sigma or what it is called: proportions, but `pulled` is the mean move in percentage points, and
 * `gap<density>` the mean share of its distance to the typical tank that a tank loses.
 */
export function fitValues(picture: Picture<PopulationLines>, frogs: Table, name = String(picture.knob)): Values {
  const at = `frogs.at${name}`;
  const { typical, average } = picture.derived;
  const variable = picture.deterministics.variables.find(({ name }) => name === 'p');
  if (variable === undefined) throw new Error('the fit has no survival probabilities');
  const tanks = frogs.density.map((density, tank) => {
    const estimate = picture.summary.deterministics[variable.offset + tank].mean;
    if (estimate === null) throw new Error(`tank ${tank + 1} has no estimate`);
    return { density: Number(density), raw: Number(frogs.survived[tank]) / Number(density), estimate };
  });
  const moved = (tank: (typeof tanks)[number]): number => Math.abs(tank.raw - tank.estimate);
  const gaps = [...new Set(tanks.map(({ density }) => density))].map((density): [string, number] => {
    const lost = tanks
      .filter((tank) => tank.density === density)
      .map(({ raw, estimate }) => (raw - estimate) / (raw - typical));
    return [`${at}.gap${density}`, sum(lost) / lost.length];
  });
  return {
    [`${at}.lowest`]: Math.min(...tanks.map(({ estimate }) => estimate)),
    [`${at}.highest`]: Math.max(...tanks.map(({ estimate }) => estimate)),
    [`${at}.pulled`]: (100 * sum(tanks.map(moved))) / tanks.length,
    [`${at}.typical`]: typical,
    [`${at}.average`]: average,
    [`${at}.tank20`]: tanks[19].estimate,
    ...Object.fromEntries(gaps),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
