// Steps of a page: one a screen, an answer after the figure that it waits for.
import { expect, test } from 'vitest';
import { stepsOf } from '../../../src/app/presenter/steps';
import type { Block, BlockKind } from '../../../src/app/presenter/steps';

type Part = BlockKind | `#${string}`;

function page(parts: readonly Part[]): readonly Block[] {
  return parts.map((part): Block =>
    isHeading(part)
      ? { kind: 'heading', id: part.slice(1), title: part.slice(1).toUpperCase() }
      : { kind: part, id: '', title: '' },
  );
}

function isHeading(part: Part): part is `#${string}` {
  return part.startsWith('#');
}

const ids = (...parts: readonly Part[]): readonly string[] =>
  stepsOf(page(parts)).map(({ id, phase, blocks }) => `${id} ${phase} ${blocks.join()}`);

test('prose goes with its heading up to a figure; figures stand alone', () => {
  expect(ids('opening', '#a', 'text', 'text', 'figure', 'text', 'figure')).toEqual([
    'opening read 0',
    'a read 1,2,3',
    'a.figure run 4',
    'a-2 read 5',
    'a.figure-2 run 6',
  ]);
});

test('a heading with nothing but a figure makes no step of its own', () => {
  expect(ids('#a', 'figure')).toEqual(['a.figure run 1']);
});

test('predict, run, reveal: the answer waits for the next figure of the section', () => {
  expect(ids('#a', 'question', 'text', 'figure', 'text')).toEqual([
    'a.question predict 1',
    'a read 2',
    'a.figure run 3',
    'a.answer reveal 1',
    'a-2 read 4',
  ]);
});

test('the answer comes at once where no figure follows, or only one that another question asks about', () => {
  expect(ids('#a', 'question', 'text', '#b', 'figure')).toEqual([
    'a.question predict 1',
    'a.answer reveal 1',
    'a read 2',
    'b.figure run 4',
  ]);
  expect(ids('#a', 'question', 'question', 'figure').map((id) => id.split(' ')[0])).toEqual([
    'a.question',
    'a.answer',
    'a.question-2',
    'a.figure',
    'a.answer-2',
  ]);
});

test('bets, readiness and exercises are asked and answered in two steps', () => {
  expect(ids('readiness', '#a', 'bet', 'recap', 'exercise', 'exercise')).toEqual([
    'ready predict 0',
    'ready.answer reveal 0',
    'a.bet predict 2',
    'a.figure reveal 2',
    'recap read 3',
    'exercise predict 4',
    'solution reveal 4',
    'exercise-2 predict 5',
    'solution-2 reveal 5',
  ]);
});

test('one model a step, with the paragraph that leads to it', () => {
  expect(ids('#a', 'text', 'equation', 'text', 'text', 'equation', 'text')).toEqual([
    'a read 0,1,2,3',
    'a-2 read 4,5,6',
  ]);
  expect(ids('#a', 'equation', 'equation')).toEqual(['a read 0,1', 'a-2 read 2']);
});

test('hands are counted where something is asked and stay beside its answers', () => {
  const hands = (...parts: readonly Part[]): readonly string[] =>
    stepsOf(page(parts)).flatMap((step) =>
      step.hands === null ? [] : [`${step.id}: ${step.hands.step} ${step.hands.block}`],
    );
  expect(hands('#a', 'question', 'figure', 'question', 'reveal')).toEqual([
    'a.question: a.question 1',
    'a.answer: a.question 1',
    'a.question-2: a.question-2 3',
    'a.answer-2: a.question-2 3',
  ]);
  // What is opened after a bet, in its section, answers it too.
  expect(hands('#a', 'bet', 'reveal', 'text', '#b', 'reveal', 'readiness')).toEqual([
    'a.bet: a.bet 1',
    'a.figure: a.bet 1',
    'a.reveal: a.bet 1',
  ]);
});
