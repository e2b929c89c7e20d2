// The closed vocabulary of the lessons: every component that MDX may name, and the folder of src that holds its file.
import type { Root, RootContent } from 'hast';
import type { VFile } from 'vfile';

/** A component's file has its name. */
const vocabulary: Readonly<Record<string, 'prose' | 'widgets' | 'app'>> = {
  Aside: 'prose',
  Choice: 'prose',
  Equation: 'prose',
  Exercise: 'prose',
  Exercises: 'prose',
  Glossary: 'prose',
  Guess: 'prose',
  Mathematics: 'prose',
  NumberQuestion: 'prose',
  Question: 'prose',
  ReadinessCheck: 'prose',
  Reasoning: 'prose',
  Recap: 'prose',
  Reveal: 'prose',
  Solution: 'prose',
  Sym: 'prose',
  Term: 'prose',
  Value: 'prose',
  CafesFigure: 'widgets',
  CausalGraph: 'widgets',
  PredictTanks: 'widgets',
  PoolingsFigure: 'widgets',
  StarveFigure: 'widgets',
  ScoreCurveFigure: 'widgets',
  ParticipantResponses: 'widgets',
  StoryResponses: 'widgets',
  HeroFigure: 'widgets',
  ShrinkageFigure: 'widgets',
  SigmaKnob: 'widgets',
  TanksFigure: 'widgets',
  WhoMovesFigure: 'widgets',
  SummaryTable: 'widgets',
  ComparisonFigure: 'widgets',
  PriorsFigure: 'widgets',
  WidthFigure: 'widgets',
  NewTankFigure: 'widgets',
  PredatorEffect: 'widgets',
  PredatorPrior: 'widgets',
  PredatorTanks: 'widgets',
  PredatorToggle: 'widgets',
  SeenAndUnseen: 'widgets',
  BaselinesFigure: 'widgets',
  ConfoundDrag: 'widgets',
  ExperimentSummary: 'widgets',
  FiveEstimators: 'widgets',
  Lab: 'widgets',
  FourEstimators: 'widgets',
  GroupMeansFigure: 'widgets',
  GroupSizesFigure: 'widgets',
  LatentGraphs: 'widgets',
  MundlakGraph: 'widgets',
  RidgeFigure: 'widgets',
  StudyFigure: 'widgets',
  ThreeEstimators: 'widgets',
  WorldFigure: 'widgets',
  WorldGroupsFigure: 'widgets',
  CrossedFigure: 'widgets',
  FunnelFigure: 'widgets',
  GaussianUnits: 'widgets',
  ManyUnits: 'widgets',
  RandomUnits: 'widgets',
  WorldOnward: 'widgets',
  SigmaPosteriorFigure: 'widgets',
  ReplayFigure: 'widgets',
  HastyFigure: 'widgets',
  HiddenTruthFigure: 'widgets',
  FlickFigure: 'widgets',
  FunnelDivergences: 'widgets',
  WarmupTimeline: 'widgets',
  AnswerFiles: 'app',
  Contents: 'app',
  LessonPlan: 'app',
};

/** Widgets that stand in the text and are no figures. */
const plainWidgets = new Set(['SigmaKnob', 'Lab', 'WorldOnward', 'ExperimentSummary']);

export function isFigure(name: string): boolean {
  return vocabulary[name] === 'widgets' && !plainWidgets.has(name);
}

/** By name, the file of each widget that is a figure. */
export function figureFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.keys(vocabulary)
      .filter(isFigure)
      .map((name) => [name, `src/widgets/${name}.tsx`]),
  );
}

/**
 * Leaves the components that a page names, in their order, in `file.data.components`; one that is not in the vocabulary stops the build.
 * `<Notes>` belong to it and are no component: see notes.ts.
 */
export function rehypeVocabulary() {
  return (tree: Root, file: VFile): void => {
    const named = new Set<string>();
    const collect = (node: Root | RootContent): void => {
      if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name !== null) {
        if (vocabulary[node.name] !== undefined) named.add(node.name);
        else if (node.name !== 'Notes' && /^[A-Z]/.test(node.name))
          file.fail(`<${node.name}>: the lessons have no such component`, node);
      }
      if ('children' in node) for (const child of node.children) collect(child);
    };
    collect(tree);
    file.data.components = [...named];
  };
}

/**
 * Code that exports the components as `components`, so that a page loads what it names and nothing else: prose with the page, each widget in
 * a chunk of its own; and `widgets`, the files of those in the page's order.
 */
export function componentsModule(names: readonly string[]): string {
  const source = (name: string) => `/src/${vocabulary[name]}/${name}`;
  const [late, early] = [names.filter(isWidget), names.filter((name) => !isWidget(name))];
  const imports = early.map((name) => `import { ${name} } from '${source(name)}';`);
  const entries = late.map((name) => `${name}: later(() => import('${source(name)}').then((m) => m.${name}))`);
  return [
    `import { later } from '/src/app/later';`,
    ...imports,
    `export const components = { ${[...early, ...entries].join(', ')} };`,
    `export const widgets = ${JSON.stringify(late.map((name) => `${source(name).slice(1)}.tsx`))};\n`,
  ].join('\n');
}

const isWidget = (name: string): boolean => vocabulary[name] === 'widgets';

declare module 'vfile' {
  interface DataMap {
    /** Left by rehypeVocabulary. */
    components: readonly string[];
  }
}
