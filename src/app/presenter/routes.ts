// Ways through the whole lecture in a given time: which steps of which pages, and how many minutes each page may take.

export type RouteMinutes = 50 | 80;

export interface RoutePage {
  /** The page's slug. */
  readonly page: string;
  readonly minutes: number;
  /** Ids of steps, in the order of the page. */
  readonly steps: readonly string[];
}

export type Route = readonly RoutePage[];

export const routeLengths: readonly RouteMinutes[] = [50, 80];

export const routes: Readonly<Record<RouteMinutes, Route>> = {
  50: [
    {
      page: 'memory',
      minutes: 8,
      steps: [
        'a-robot-among-cafés',
        'a-robot-among-cafés.figure',
        'three-ways-to-pool-3',
        'three-ways-to-pool.figure',
        'three-ways-to-pool.question',
        'three-ways-to-pool.answer',
      ],
    },
    {
      page: 'reed-frogs',
      minutes: 13,
      steps: [
        'forty-eight-tanks.figure',
        'predict-first.bet',
        'predict-first.figure',
        'a-model-with-a-knob',
        'drag-sigma.figure',
        'score-it.question',
        'score-it.figure',
        'score-it.answer',
      ],
    },
    {
      page: 'learning-sigma',
      minutes: 8,
      steps: [
        'one-more-line',
        'what-you-believe-before-the-data.figure',
        'what-you-believe-before-the-data.question',
        'what-you-believe-before-the-data.answer',
        'learning-and-searching.figure',
        'did-it-pay.figure',
      ],
    },
    {
      page: 'predators',
      minutes: 6,
      steps: [
        'what-the-model-was-not-told.figure',
        'one-more-term',
        'prediction-of-what.question',
        'prediction-of-what.figure',
        'prediction-of-what.answer',
      ],
    },
    {
      page: 'superstitions',
      minutes: 3,
      steps: ['you-need-many-units.figure', 'you-need-many-units.question', 'you-need-many-units.answer'],
    },
    {
      page: 'difficulties',
      minutes: 4,
      steps: ['one-model-two-forms.figure', 'one-model-two-forms.question', 'one-model-two-forms.answer'],
    },
    {
      page: 'confounds',
      minutes: 5,
      steps: [
        'a-tank-has-a-temperature.figure',
        'three-models-one-data-set.figure',
        'turn-the-confound-up.question',
        'turn-the-confound-up.answer',
      ],
    },
    {
      page: 'mundlak',
      minutes: 3,
      steps: [
        'a-trace-of-the-confound.figure',
        'a-trace-of-the-confound-2',
        'a-trace-of-the-confound.figure-2',
        'recap',
      ],
    },
  ],
  80: [
    {
      page: 'memory',
      minutes: 13,
      steps: [
        'a-robot-among-cafés',
        'a-robot-among-cafés.figure',
        'nearly-ten-thousand-judgements.figure',
        'nearly-ten-thousand-judgements.figure-2',
        'three-ways-to-pool',
        'three-ways-to-pool-2',
        'three-ways-to-pool-3',
        'three-ways-to-pool.figure',
        'three-ways-to-pool.question',
        'three-ways-to-pool.answer',
        'starve-a-story.figure',
      ],
    },
    {
      page: 'reed-frogs',
      minutes: 17,
      steps: [
        'forty-eight-tanks.figure',
        'predict-first.bet',
        'predict-first.figure',
        'what-bears-on-survival.figure',
        'a-model-with-a-knob',
        'drag-sigma.figure',
        'drag-sigma.question',
        'drag-sigma.answer',
        'score-it.question',
        'score-it.figure',
        'score-it.answer',
        'who-moves-and-how-far.figure',
        'who-moves-and-how-far.question',
        'who-moves-and-how-far.answer',
      ],
    },
    {
      page: 'learning-sigma',
      minutes: 14,
      steps: [
        'one-more-line',
        'what-you-believe-before-the-data.figure',
        'what-you-believe-before-the-data.question',
        'what-you-believe-before-the-data.answer',
        'all-at-once.figure',
        'how-do-you-know-that-it-is-the-posterior.figure',
        'learning-and-searching.figure',
        'did-it-pay.figure',
        'hidden-truth.question',
        'hidden-truth.bet',
        'hidden-truth.figure',
        'hidden-truth.answer',
      ],
    },
    {
      page: 'predators',
      minutes: 9,
      steps: [
        'what-the-model-was-not-told.figure',
        'one-more-term',
        'one-more-term.question',
        'one-more-term.figure',
        'one-more-term.answer',
        'prediction-of-what.question',
        'prediction-of-what.figure',
        'prediction-of-what.answer',
        'a-prior-that-fights.figure',
      ],
    },
    {
      page: 'superstitions',
      minutes: 6,
      steps: [
        'units-must-be-sampled-at-random.figure',
        'you-need-many-units.figure',
        'you-need-many-units.question',
        'you-need-many-units.answer',
        'variation-must-be-gaussian.figure',
      ],
    },
    {
      page: 'difficulties',
      minutes: 7,
      steps: [
        'more-than-one-kind-of-cluster',
        'more-than-one-kind-of-cluster.figure',
        'one-model-two-forms.figure',
        'one-model-two-forms.question',
        'one-model-two-forms.answer',
      ],
    },
    {
      page: 'confounds',
      minutes: 8,
      steps: [
        'a-tank-has-a-temperature.figure',
        'three-models-one-data-set.figure',
        'what-fixed-effects-cannot-see.figure',
        'turn-the-confound-up.bet',
        'turn-the-confound-up.figure',
        'turn-the-confound-up.question',
        'turn-the-confound-up.answer',
      ],
    },
    {
      page: 'mundlak',
      minutes: 6,
      steps: [
        'a-trace-of-the-confound.figure',
        'a-trace-of-the-confound-2',
        'a-trace-of-the-confound.figure-2',
        'the-whole-story-2',
        'the-whole-story.figure-2',
        'a-hundred-worlds.bet',
        'a-hundred-worlds.figure',
        'recap',
      ],
    },
  ],
};

/** The pages before and after in the route; null at its ends, and for a page off the route. */
export function neighboursIn(
  route: Route,
  page: string,
): { readonly before: RoutePage | null; readonly after: RoutePage | null } {
  const at = route.findIndex((one) => one.page === page);
  if (at === -1) return { before: null, after: null };
  return { before: route[at - 1] ?? null, after: route[at + 1] ?? null };
}

/** Minutes planned before the page begins; null for a page off the route. */
export function minutesBefore(route: Route, page: string): number | null {
  const at = route.findIndex((one) => one.page === page);
  return at === -1 ? null : route.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0);
}
