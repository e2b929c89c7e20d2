// Centred against non-centred at every number of observations, by seed 1.
import { answered } from '../../src/engine/inquiry';
import { funnelSource } from '../../src/engine/funnel';
import { forms, observationCounts } from '../../src/engine/funnel-design';
import type { Form, FunnelFit } from '../../src/engine/funnel-design';
import { readSource } from '../../src/engine/prepare';
import { modelLatex } from '../../src/lang/print/latex';
import { typeset } from '../lib/typeset';
import type { Story, Workshop } from './workshop';

/** What a fit did, without its draws. */
export type FunnelScore = Pick<
  FunnelFit,
  'form' | 'observations' | 'divergences' | 'draws' | 'ess' | 'rhat' | 'gradients'
>;

export interface FunnelStory {
  readonly scores: readonly FunnelScore[];
  /** Of both forms, at the number of observations that is shown first. */
  readonly first: Readonly<Record<Form, FunnelFit>>;
  /** The model in either form, as HTML. */
  readonly equations: Readonly<Record<Form, string>>;
}

const firstObservations = 2;

export async function funnel(workshop: Workshop): Promise<Story<FunnelStory>> {
  const wanted = observationCounts.flatMap((observations) => forms.map((form) => ({ observations, form })));
  const fits = await workshop.keep({ funnel: wanted }, async () => {
    const ended = await answered(workshop.pool, {
      source: null,
      questions: wanted.map(({ observations, form }) => () => ({
        kind: 'funnel',
        form,
        design: { observations, seed: 1 },
      })),
      conclude: (answers) => answers.flatMap((answer) => (answer.kind === 'funnel' ? [answer.fit] : [])),
    });
    if (ended.kind !== 'done') throw new Error(`the funnels ended as ${ended.kind}`);
    return ended.value;
  });
  const of = (form: Form, observations: number): FunnelFit => {
    const found = fits.find((fit) => fit.form === form && fit.observations === observations);
    if (found === undefined) throw new Error(`there is no funnel of ${observations} observations`);
    return found;
  };
  const both = (observations: number): Readonly<Record<Form, FunnelFit>> => ({
    centred: of('centred', observations),
    noncentred: of('noncentred', observations),
  });
  const [few, many] = [both(firstObservations), both(100)];
  return {
    shown: {
      scores: fits.map(({ form, observations, divergences, draws, ess, rhat, gradients }) => ({
        form,
        observations,
        divergences,
        draws,
        ess,
        rhat,
        gradients,
      })),
      first: few,
      equations: { centred: equationOf('centred'), noncentred: equationOf('noncentred') },
    },
    values: {
      'funnel.crossing': crossingOf(fits),
      ...Object.fromEntries(
        (
          [
            ['few', few],
            ['many', many],
          ] as const
        ).flatMap(([name, pair]) =>
          forms.flatMap((form): [string, number][] => [
            [`funnel.${name}.${form}.ess`, pair[form].ess],
            [`funnel.${name}.${form}.yield`, (1000 * pair[form].ess) / pair[form].gradients],
            [`funnel.${name}.${form}.divergences`, pair[form].divergences],
            [`funnel.${name}.${form}.rhat`, pair[form].rhat],
          ]),
        ),
      ),
    },
  };
}

/** The number of observations from which on the centred form yields more. */
function crossingOf(fits: readonly FunnelFit[]): number {
  const yieldOf = (form: Form, observations: number): number => {
    const fit = fits.find((one) => one.form === form && one.observations === observations);
    return fit === undefined ? NaN : fit.ess / fit.gradients;
  };
  const behind = observationCounts.filter((n) => yieldOf('centred', n) <= yieldOf('noncentred', n));
  const from = observationCounts.findIndex((n) => n > Math.max(0, ...behind));
  return observationCounts[from] ?? NaN;
}

function equationOf(form: Form): string {
  const model = readSource(funnelSource({ observations: firstObservations, seed: 1 }, form));
  if (!model.ok) throw new Error(model.errors.map(({ message }) => message).join(' '));
  return typeset(modelLatex(model.value, { mark: true }), true);
}
