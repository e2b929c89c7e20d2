// The blocks of a lesson as they stand in the document.
import type { Block, BlockKind } from './steps';

export interface PageBlock {
  readonly block: Block;
  readonly element: HTMLElement;
}

/** In their order. `article` is the lesson, hydrated. */
export function readBlocks(article: HTMLElement): readonly PageBlock[] {
  return elementsIn(article).flatMap((element): readonly PageBlock[] => {
    if (element.matches('.exercises'))
      return [...element.querySelectorAll<HTMLElement>('.exercise')].map((exercise) => ({
        element: exercise,
        block: { kind: 'exercise', id: '', title: `Exercise, ${wordsOf(exercise, '.exercise-grade')}` },
      }));
    const kind = kindOf(element);
    return kind === null ? [] : [{ element, block: { kind, id: element.id, title: titleOf(element, kind) } }];
  });
}

function elementsIn(parent: HTMLElement): readonly HTMLElement[] {
  return [...parent.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
}

/** Null for what is no part of the lesson. */
function kindOf(element: HTMLElement): BlockKind | null {
  if (element.matches('.link-notice, .handout-answers')) return null;
  if (element.matches('h2')) return 'heading';
  if (element.matches('h3')) return 'subheading';
  if (element.matches('.page-header')) return 'opening';
  if (element.matches('.readiness')) return 'readiness';
  if (element.matches('.question')) return 'question';
  if (element.matches('.reveal')) return 'reveal';
  if (element.matches('.recap')) return 'recap';
  if (element.matches('.equation')) return 'equation';
  if (element.querySelector('[data-bet]') !== null) return 'bet';
  if (element.matches('figure, div:not(.mathematics), section')) return 'figure';
  return 'text';
}

function titleOf(element: HTMLElement, kind: BlockKind): string {
  switch (kind) {
    case 'opening':
      return wordsOf(element, 'h1');
    case 'heading':
    case 'subheading':
      return [...element.childNodes].flatMap((node) => (isAnchor(node) ? [] : [node.textContent ?? ''])).join('');
    case 'figure':
    case 'bet':
      return wordsOf(element, '.figure-title');
    case 'question':
      return wordsOf(element, '.question-prompt');
    case 'reveal':
    case 'readiness':
      return wordsOf(element, 'summary');
    case 'recap':
      return wordsOf(element, 'h2');
    case 'text':
    case 'equation':
    case 'exercise':
      return '';
  }
}

function isAnchor(node: Node): boolean {
  return node instanceof Element && node.matches('.anchor');
}

/** The words of the first such element within, on one line. */
export function wordsOf(element: Element, selector: string): string {
  return (element.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
