// The page as a stage: shows one step of the lesson at a time, large, by marking elements; takes every mark away again when it is closed.
import { betOffersIn } from '../../widgets/bet-offers';
import { arrange, disarrange } from './arrangement';
import { readBlocks } from './blocks';
import type { PageBlock } from './blocks';
import { partsOf } from './parts';
import { stepsOf } from './steps';
import type { BlockKind, Step } from './steps';

/** A step that is too tall for one screen has several. */
export interface Screens {
  /** The one on show, from zero. */
  readonly part: number;
  readonly parts: number;
}

export interface Stage {
  readonly steps: readonly Step[];
  /** The elements of a step. */
  readonly elementsOf: (step: Step) => readonly HTMLElement[];
  /** That of a block. */
  readonly elementOf: (block: number) => HTMLElement;
  /** Whether the step is a figure, which asks for all the width there is. */
  readonly isFigure: (step: Step) => boolean;
  /** `part` beyond the step's last screen is taken for the last. */
  readonly show: (step: Step, part: number, hold: boolean) => void;
  readonly screens: () => Screens;
  /** Hears when `screens` changed. */
  readonly listen: (listener: () => void) => () => void;
  /** Moves on within a screen that scrolls; false where its end is reached. */
  readonly scrollOn: (direction: 1 | -1) => boolean;
  readonly close: () => void;
}

/** The canvas in its own pixels: so small that a label of 13 of them is 24 high in a window of 1280 by 720. */
const canvas = { width: 688, height: 387 } as const;
const scale = '--stage-scale';

/** So many pixels out of sight are margins. */
const slack = 24;

const root = document.documentElement;
const shown = 'data-onstage';
const away = 'data-offstage';
/** What a screen is made of where one block is too much. */
const pieces =
  ':scope > li, :scope > ul > li, :scope > .page-outcomes > li, .question-answer dl > div, .reveal-body > *, .solution-body > *';
const answers = '.question-answer, .solution, .readiness, .reveal';
/** Blocks that ask for all the width there is. */
const figures: ReadonlySet<BlockKind> = new Set(['figure', 'bet']);

/** `article` is the lesson; `sheet`, around it, scrolls. */
export function openStage(article: HTMLElement, sheet: HTMLElement): Stage {
  const blocks = readBlocks(article);
  const steps = stepsOf(blocks.map(({ block }) => block));
  const opened = new Set<HTMLDetailsElement>();
  const skipped = new Set<HTMLElement>();
  const listeners = new Set<() => void>();
  let screens: Screens = { part: 0, parts: 1 };
  let again: () => void = () => undefined;

  const elementsOf = (step: Step): readonly HTMLElement[] => step.blocks.map((at) => blocks[at].element);

  const below = (): number => sheet.scrollHeight - sheet.clientHeight - sheet.scrollTop;
  const cue = (): void => void root.toggleAttribute('data-more', below() >= slack);

  const clear = (): void => {
    for (const marked of article.querySelectorAll(`[${shown}], [${away}]`)) {
      marked.removeAttribute(shown);
      marked.removeAttribute(away);
    }
    disarrange(article);
  };

  const show = (step: Step, part: number, hold: boolean): void => {
    again = () => show(step, part, hold);
    const elements = elementsOf(step);
    root.dataset.phase = step.phase;
    if (hold && step.phase !== 'reveal') root.dataset.held = '';
    else delete root.dataset.held;
    clear();
    for (const element of elements) {
      for (let one: HTMLElement | null = element; one !== null && one !== article; one = one.parentElement)
        one.setAttribute(shown, '');
    }
    const wanted = elements.flatMap(detailsOf).filter((one) => step.phase === 'reveal' || one.matches('.readiness'));
    for (const details of opened) {
      if (wanted.includes(details)) continue;
      details.open = false;
      opened.delete(details);
    }
    for (const details of wanted) {
      if (details.open) continue;
      details.open = true;
      opened.add(details);
    }
    arrange(elements, sheet);
    const apart = step.phase === 'reveal' && elements.some(hasSeveralBets);
    const drawings = apart || below() >= slack ? drawingsIn(elements, apart) : [];
    const units = drawings.length < 2 ? unitsOf(blocks, step) : drawings.map((element) => ({ element, opens: false }));
    const parts =
      drawings.length < 2
        ? partsOf(units.map(edgesOf), roomOf(sheet, units))
        : drawings.map((_, at): readonly number[] => [at]);
    screens = { part: Math.min(part, parts.length - 1), parts: parts.length };
    const now = new Set(parts[screens.part]);
    units.forEach(({ element }, at) => element.toggleAttribute(away, parts.length > 1 && !now.has(at)));
    if (drawings.length > 1) arrange(elements, sheet);
    cue();
    for (const listener of listeners) listener();
  };

  let last: Step | null = null;
  const same = (step: Step): boolean => {
    const before = last;
    last = step;
    return before === step;
  };

  const fit = (): void => {
    const size = Math.min(window.innerWidth / canvas.width, window.innerHeight / canvas.height);
    root.style.setProperty(scale, size.toFixed(4));
    again();
  };
  const { contrast } = root.dataset;
  root.dataset.presenting = '';
  root.dataset.contrast = 'more';
  fit();
  window.addEventListener('resize', fit);
  // What grows beyond the sheet, as a run's words do, is fitted once more; what shrinks keeps its place.
  const outgrown = new ResizeObserver(() => {
    if (below() > 2 && sheet.scrollTop === 0) again();
    else cue();
  });
  outgrown.observe(article);
  // A chart that comes alive, or alive in another layout, too.
  const grown = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof Element && target.matches('.chart-live'))) again();
  });
  sheet.addEventListener('scroll', cue, { passive: true });
  grown.observe(article, { childList: true, subtree: true });
  /** Bets that were skipped for the room stand open again for the reader. */
  const takeBetsBack = (): void => {
    for (const element of skipped) element.querySelector<HTMLButtonElement>('[data-bet-press="again"]')?.click();
    skipped.clear();
  };
  window.addEventListener('pagehide', takeBetsBack);

  return {
    steps,
    elementsOf,
    elementOf: (block) => blocks[block].element,
    isFigure: ({ blocks: [first] }) => figures.has(blocks[first].block.kind),
    show: (step, part, hold) => {
      sheet.scrollTop = 0;
      if (step.phase === 'reveal' && !same(step))
        elementsOf(step)
          .filter(giveBet)
          .forEach((one) => skipped.add(one));
      show(step, part, hold);
    },
    screens: () => screens,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    scrollOn: (direction) => {
      const left = direction === 1 ? below() : sheet.scrollTop;
      if (left < slack) return false;
      sheet.scrollBy({ top: direction * 0.8 * sheet.clientHeight, behavior: 'instant' });
      return true;
    },
    close: () => {
      takeBetsBack();
      window.removeEventListener('pagehide', takeBetsBack);
      grown.disconnect();
      outgrown.disconnect();
      sheet.removeEventListener('scroll', cue);
      window.removeEventListener('resize', fit);
      root.style.removeProperty(scale);
      clear();
      for (const details of opened) details.open = false;
      for (const name of ['presenting', 'phase', 'held', 'more']) delete root.dataset[name];
      if (contrast === undefined) delete root.dataset.contrast;
      else root.dataset.contrast = contrast;
    },
  };
}

function detailsOf(element: HTMLElement): readonly HTMLDetailsElement[] {
  return [element, ...element.querySelectorAll(answers)].filter(
    (one): one is HTMLDetailsElement => one instanceof HTMLDetailsElement,
  );
}

/**
 * Presses what a figure that waits for a bet has to be pressed: the way without one, else the button that reveals. True where that said
 * nothing that a reader said before: it can be taken back.
 */
function giveBet(element: HTMLElement): boolean {
  if (element.querySelector('[data-bet="open"]') === null) return false;
  const [give, skip] = ['give', 'skip'].map((name) =>
    element.querySelector<HTMLButtonElement>(`[data-bet-press="${name}"]:not(:disabled)`),
  );
  const button = give ?? skip;
  button?.click();
  return button !== null && (button === skip || skip === null);
}

function hasSeveralBets(element: HTMLElement): boolean {
  return (betOffersIn(element)?.groups.length ?? 0) > 1;
}

/** Drawings made to be compared, beside each other. */
const pairs = '.funnel-pair, .seen-and-unseen, .warmup-pair, .world-pair';

/** The charts and tables of a figure, or its pairs, which only bets on each part of them tear `apart`: too much for one screen, they have one each. */
function drawingsIn(elements: readonly HTMLElement[], apart: boolean): readonly HTMLElement[] {
  const found = elements
    .flatMap((element) => [...element.querySelectorAll<HTMLElement>('.figure-drawing :is(.chart, table)')])
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => (apart ? one : (one.closest<HTMLElement>(pairs) ?? one)));
  return [...new Set(found)];
}

interface StageUnit {
  readonly element: HTMLElement;
  readonly opens: boolean;
}

function unitsOf(blocks: readonly PageBlock[], step: Step): readonly StageUnit[] {
  return step.blocks.flatMap((at): readonly StageUnit[] => {
    const { block, element } = blocks[at];
    const opens = block.kind === 'heading' || block.kind === 'subheading';
    const inner = [...element.querySelectorAll<HTMLElement>(pieces)].filter((one) => one.getClientRects().length > 0);
    return inner.length === 0 ? [{ element, opens }] : inner.map((one) => ({ element: one, opens: false }));
  });
}

function edgesOf({ element, opens }: StageUnit): { top: number; bottom: number; opens: boolean } {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom, opens };
}

/** What is above the first unit and below the last stands on every screen. */
function roomOf(sheet: HTMLElement, units: readonly StageUnit[]): number {
  const { top, bottom } = sheet.getBoundingClientRect();
  const edges = units.map(edgesOf);
  const above = edges.length === 0 ? 0 : Math.max(0, edges[0].top - top);
  const end = top - sheet.scrollTop + sheet.scrollHeight;
  const below = edges.length === 0 ? 0 : Math.max(0, end - edges[edges.length - 1].bottom);
  return bottom - top - above - below;
}
