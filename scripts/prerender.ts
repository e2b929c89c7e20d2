// What pages show of the build's own computation, written as files: equations, the numbers that prose quotes, and what figures first show.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createNodePool } from '../src/engine/node';
import { beliefs } from './prerender/beliefs';
import { cafes } from './prerender/cafes';
import { crossed } from './prerender/crossed';
import { equationsHtml } from './prerender/equations';
import { fitAtBest, fixedSigma } from './prerender/fixed-sigma';
import { funnel } from './prerender/funnel';
import { keepIn } from './prerender/kept';
import { poolings } from './prerender/poolings';
import { trolleyCounts } from './prerender/trolley-counts';
import { multilevel } from './prerender/multilevel';
import { bestSigma, scoreCurve } from './prerender/score-curve';
import { comparison } from './prerender/comparison';
import { predators } from './prerender/predators';
import { exactCurve } from './prerender/exact-curve';
import { replay } from './prerender/replay';
import { hiddenTruth } from './prerender/hidden-truth';
import { sampler } from './prerender/sampler';
import { dataValues } from './prerender/values';
import { confounds, latent, mundlak, mundlakWorld, worldStudy } from './prerender/worlds';
import { openWorkshop } from './prerender/workshop';
import type { Story, Workshop } from './prerender/workshop';

/** The numbers that prose quotes, by dotted name (`<Value of="frogs.tanks" />`). */
export type Values = Readonly<Record<string, number>>;

/** By the name under which a page's code imports it: `virtual:prerendered/NAME` (declared in src/app/virtual.d.ts). */
const stories: Readonly<Record<string, (workshop: Workshop) => Promise<Story<unknown>>>> = {
  frogs: ({ frogs }) => Promise.resolve({ shown: frogs, values: dataValues() }),
  cafes,
  'trolley-counts': trolleyCounts,
  'trolley-poolings': poolings,
  'frogs-fixed-sigma': fixedSigma,
  'frogs-score-curve': scoreCurve,
  'frogs-best-sigma': bestSigma,
  'frogs-at-best': fitAtBest,
  'frogs-multilevel': multilevel,
  'frogs-predators': predators,
  'frogs-comparison': comparison,
  'mundlak-world': mundlakWorld,
  confounds,
  mundlak,
  'mundlak-latent': latent,
  'world-study': worldStudy,
  'frogs-exact-curve': exactCurve,
  'frogs-replay': replay,
  sampler,
  'frogs-hidden-truth': hiddenTruth,
  beliefs,
  'trolley-crossed': crossed,
  funnel,
};

/** Writes into `folder` what each story shows, `values.json` and `equations.json`. */
export async function prerender(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, content: unknown) => writeFile(join(folder, `${name}.json`), JSON.stringify(content));
  const engine = new URL('./node.worker.mjs', import.meta.url);
  const pool = createNodePool(engine);
  try {
    const workshop = openWorkshop(pool, keepIn('.cache/kept', engine));
    const told = await Promise.all(
      Object.entries(stories).map(async ([name, tell]) => {
        const { shown, values } = await tell(workshop);
        await write(name, shown);
        return values;
      }),
    );
    await Promise.all([write('values', Object.assign({}, ...told)), write('equations', equationsHtml())]);
  } finally {
    pool.close();
  }
}
