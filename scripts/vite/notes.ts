// The speaker's notes of a lesson: <Notes> are taken out of the page and kept by the step that they are for.
import type { Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import type { LessonNotes, StepNotes } from '../../src/app/presenter/lesson-notes';
import { stepsOf } from '../../src/app/presenter/steps';
import type { Step } from '../../src/app/presenter/steps';
import { lessonBlocks } from './lesson-blocks';

/**
 * `<Notes>` stand above what they are for; with `reveal` they are for its answer. Leaves them in `file.data.notes` and the page without
 * them: nobody pays for them before presenter mode asks.
 */
export function rehypeNotes() {
  return (tree: Root, file: VFile): void => {
    const blocks = lessonBlocks(tree);
    const steps = stepsOf(blocks.map(({ block }) => block));
    const notes: Record<string, StepNotes> = {};
    tree.children.forEach((node, at) => {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Notes') return;
      const wanted = node.attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === 'reveal');
      const after = new Set<RootContent | null>(tree.children.slice(at + 1));
      const step = steps.find(
        ({ phase, blocks: own }) => (!wanted || phase === 'reveal') && own.some((one) => after.has(blocks[one].node)),
      );
      if (step === undefined) return file.fail('<Notes> stand above what they are for, and nothing follows', node);
      const before = notes[step.id];
      notes[step.id] = {
        minutes: minutesOf(node) ?? before?.minutes ?? null,
        lines: [...(before?.lines ?? []), ...linesOf(node)],
      };
    });
    tree.children = tree.children.filter((node) => node.type !== 'mdxJsxFlowElement' || node.name !== 'Notes');
    file.data.notes = notes;
    file.data.steps = steps;
  };
}

type Notes = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

function minutesOf({ attributes }: Notes): number | null {
  const minutes = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'minutes')?.value;
  const given = typeof minutes === 'object' && minutes !== null ? minutes.value : minutes;
  return given === undefined || given === null ? null : Number(given);
}

/** A line a paragraph or item. */
function linesOf(node: Notes): readonly string[] {
  const collect = (one: RootContent): readonly string[] => {
    if (one.type === 'element' && /^(p|li)$/.test(one.tagName)) return [textOf(one)];
    return 'children' in one ? one.children.flatMap(collect) : [];
  };
  const lines = node.children.flatMap(collect);
  return (lines.length === 0 ? [textOf(node)] : lines).filter((line) => line !== '');
}

function textOf(node: RootContent): string {
  const raw = (one: RootContent): string => {
    if (one.type === 'text') return one.value;
    return 'children' in one ? one.children.map(raw).join('') : '';
  };
  return raw(node).replace(/\s+/g, ' ').trim();
}

declare module 'vfile' {
  interface DataMap {
    /** Left by rehypeNotes. */
    notes: LessonNotes;
    steps: readonly Step[];
  }
}
