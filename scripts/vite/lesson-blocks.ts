// The blocks of a lesson as its MDX has them: what presenter mode later finds in the document, one for one.
import type { Root, RootContent } from 'hast';
import type { Block, BlockKind } from '../../src/app/presenter/steps';

/** Components that are no figure. */
const kinds: Readonly<Record<string, BlockKind>> = {
  Aside: 'text',
  Equation: 'equation',
  Mathematics: 'text',
  NumberQuestion: 'question',
  Question: 'question',
  ReadinessCheck: 'readiness',
  Recap: 'recap',
  Reveal: 'reveal',
  WorldOnward: 'text',
  // Figures that hold something back until a guess, a bet or a press.
  ConfoundDrag: 'bet',
  HiddenTruthFigure: 'bet',
  PredictTanks: 'bet',
  StudyFigure: 'bet',
};

export interface LessonBlock {
  readonly block: Block;
  /** Null for the opening, which the shell adds. */
  readonly node: RootContent | null;
}

/** In their order; `<Notes>` are left out. Titles are those of headings alone. */
export function lessonBlocks(tree: Root): readonly LessonBlock[] {
  const blocks: LessonBlock[] = [{ block: { kind: 'opening', id: '', title: '' }, node: null }];
  for (const node of tree.children) {
    const add = (kind: BlockKind, id = ''): void => void blocks.push({ block: { kind, id, title: '' }, node });
    if (node.type === 'element') {
      if (node.tagName === 'h2') add('heading', String(node.properties.id));
      else if (node.tagName === 'h3') add('subheading', String(node.properties.id));
      else add('text');
    } else if (node.type === 'mdxJsxFlowElement' && node.name !== 'Notes') {
      if (node.name === 'Exercises') for (const _ of exercisesIn(node)) add('exercise');
      else add(kinds[node.name ?? ''] ?? 'figure');
    }
  }
  return blocks;
}

type Component = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

function exercisesIn({ children }: Component): readonly unknown[] {
  return children.filter((child) => child.type === 'mdxJsxFlowElement' && child.name === 'Exercise');
}
