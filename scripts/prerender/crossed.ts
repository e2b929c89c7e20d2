// The crossed trolley model, with treatments and without: the fits that page 6 first shows.
import { answered } from '../../src/engine/inquiry';
import { crossedFit, crossedKey, crossedPlan, masses } from '../../src/engine/crossed';
import type { CrossedFit, CrossedModel, CrossedName, Estimated } from '../../src/engine/crossed';
import type { RunKey } from '../../src/engine/key';
import { compileSource } from '../../src/engine/prepare';
import { finishRun } from '../../src/engine/run';
import type { Values } from '../prerender';
import type { Story, Workshop } from './workshop';

export interface CrossedStory {
  readonly full: CrossedFit;
  /** Without treatments: the stories' effects, and both spreads. */
  readonly before: Pick<CrossedFit, 'estimates' | 'hash' | 'key'>;
  /** In the order of the effects. */
  readonly stories: readonly string[];
}

export async function crossed(workshop: Workshop): Promise<Story<CrossedStory>> {
  const [full, clusters] = await Promise.all([fitOf(workshop, 'full'), fitOf(workshop, 'clusters')]);
  const stories = [...new Set(workshop.trolley.story.map(String))];
  return {
    shown: { full, before: { estimates: clusters.estimates, hash: clusters.hash, key: clusters.key }, stories },
    values: { ...valuesOf(full, clusters), 'crossed.parameters': unknowns(crossedKey('full', workshop.trolley, 1)) },
  };
}

function unknowns({ source }: RunKey): number {
  const compiled = compileSource(source);
  if (!compiled.ok) throw new Error('the crossed model does not compile');
  return compiled.value.dimension;
}

function fitOf(workshop: Workshop, which: CrossedModel): Promise<CrossedFit> {
  const key = crossedKey(which, workshop.trolley, 1);
  return workshop.keep({ crossedFit: which, key }, async () => {
    const run = await finishRun(workshop.pool, key, { deterministics: false, probability: 0.89 });
    if (run.kind !== 'done') throw new Error(`the crossed model's run ended as ${run.kind}`);
    const ended = await answered(workshop.pool, crossedPlan(run.result.draws.parameters));
    if (ended.kind !== 'done') throw new Error(`the crossed model's estimates ended as ${ended.kind}`);
    return crossedFit(run.key, run.result, ended.value);
  });
}

function valuesOf(full: CrossedFit, before: CrossedFit): Values {
  const of = ({ estimates }: CrossedFit, name: CrossedName): Estimated => {
    const found = estimates.parameters[name];
    if (found === undefined) throw new Error(`the fit has no ${name}`);
    return found;
  };
  const at = masses.indexOf(0.89);
  const moved = full.estimates.effects.map(({ mean }, j) => Math.abs(mean - before.estimates.effects[j].mean));
  const spanOf = ({ estimates }: CrossedFit): number => {
    const means = estimates.effects.map(({ mean }) => mean);
    return Math.max(...means) - Math.min(...means);
  };
  return {
    'crossed.action': of(full, 'bA').mean,
    'crossed.intention': of(full, 'bI').mean,
    'crossed.contact': of(full, 'bC').mean,
    'crossed.contactFrom': of(full, 'bC').intervals[at][0],
    'crossed.contactTo': of(full, 'bC').intervals[at][1],
    'crossed.stories': of(full, 'sigma_S').mean,
    'crossed.participants': of(full, 'sigma_U').mean,
    'crossed.before.stories': of(before, 'sigma_S').mean,
    'crossed.before.participants': of(before, 'sigma_U').mean,
    'crossed.moved': Math.max(...moved),
    'crossed.span': spanOf(full),
    'crossed.before.span': spanOf(before),
    'crossed.draws': full.draws * full.chains,
    'crossed.ess': Number(full.facts.smallestBulkEss.value),
  };
}
