// The steps of a page in presenter mode: one a screen, each a few blocks of the lesson, with what it asks of the room.

/** What a lesson is made of, from above: its opening, its prose, and what stands in it. */
export type BlockKind =
  | 'opening'
  | 'readiness'
  | 'heading'
  | 'subheading'
  | 'text'
  | 'equation'
  | 'figure'
  /** A figure that asks for a guess or a bet before it answers. */
  | 'bet'
  | 'question'
  | 'reveal'
  | 'recap'
  | 'exercise';

export interface Block {
  readonly kind: BlockKind;
  /** Of a heading: its anchor. */
  readonly id: string;
  /** Of a heading its words, of a figure its finding, of a question what it asks; '' where it has none. */
  readonly title: string;
}

/** What the room does: listen, commit to an answer, watch it run, see the answer. */
export type Phase = 'read' | 'predict' | 'run' | 'reveal';

export interface Step {
  /** Its name in routes and links: the anchor of its section, then what it is: 'drag-sigma.figure'. */
  readonly id: string;
  readonly phase: Phase;
  readonly section: string;
  readonly title: string;
  /** Places in the list of blocks. */
  readonly blocks: readonly number[];
  /** Whose tally stands beside it; null where nothing is asked. */
  readonly hands: Hands | null;
}

/** The room's hands for one question or bet: counted where it is asked, and beside its answer. */
export interface Hands {
  /** Id of the step that asks. */
  readonly step: string;
  /** Place of the question or the figure that asks. */
  readonly block: number;
}

/**
 * Prose goes together up to the next figure, question or second equation, which takes the paragraph before it along; a figure stands
 * alone. The answer to a question comes after the figure that follows in the same section (predict, run, reveal), or at once where none does.
 */
export function stepsOf(blocks: readonly Block[]): readonly Step[] {
  const steps: Step[] = [];
  const used = new Map<string, number>();
  let anchor = 'opening';
  let section = '';
  let prose: number[] = [];
  let answers: (() => void)[] = [];
  /** What was bet on in this section, as long as nothing else was asked or shown. */
  let bet: Hands | null = null;

  const named = (name: string): string => {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
  const add = (name: string, phase: Phase, own: readonly number[], title = '', hands: Hands | null = null): void => {
    steps.push({ id: named(name), phase, section, title: title || section, blocks: own, hands });
  };
  /** The step in which block `at` asks, and the one that answers, which may have to wait. A figure's title is its answer. */
  const ask = (asking: string, answering: string, at: number): { readonly hands: Hands; answer: () => void } => {
    const { title, kind } = blocks[at];
    const hands: Hands = { step: named(asking), block: at };
    const name = (kind === 'question' && title) || section;
    steps.push({ id: hands.step, phase: 'predict', section, title: name, blocks: [at], hands });
    return { hands, answer: () => add(answering, 'reveal', [at], title, hands) };
  };
  const endProse = (): void => {
    if (prose.some((at) => !isHeading(blocks[at]))) add(anchor, 'read', prose);
    prose = [];
  };
  const giveAnswers = (): void => {
    for (const answer of answers) answer();
    answers = [];
  };

  blocks.forEach((block, at) => {
    const { kind, id, title } = block;
    if (closing.has(kind)) bet = null;
    switch (kind) {
      case 'opening':
        section = title;
        add('opening', 'read', [at]);
        return;
      case 'readiness':
        add('ready', 'predict', [at], title);
        add('ready.answer', 'reveal', [at], title);
        return;
      case 'heading':
      case 'subheading':
        endProse();
        if (kind === 'heading') giveAnswers();
        anchor = id;
        section = title;
        prose = [at];
        return;
      case 'text':
        prose.push(at);
        return;
      case 'equation':
        if (prose.some((one) => blocks[one].kind === 'equation')) {
          const before = prose[prose.length - 1];
          const introduction = blocks[before].kind === 'text' ? prose.splice(-1) : [];
          endProse();
          prose = introduction;
        }
        prose.push(at);
        return;
      case 'figure':
        endProse();
        add(`${anchor}.figure`, 'run', [at], title);
        giveAnswers();
        return;
      case 'bet': {
        endProse();
        const { hands, answer } = ask(`${anchor}.bet`, `${anchor}.figure`, at);
        answer();
        bet = hands;
        giveAnswers();
        return;
      }
      case 'question':
        endProse();
        answers.push(ask(`${anchor}.question`, `${anchor}.answer`, at).answer);
        if (!figureFollows(blocks, at)) giveAnswers();
        return;
      case 'reveal':
        endProse();
        add(`${anchor}.reveal`, 'reveal', [at], title, bet);
        return;
      case 'recap':
        endProse();
        giveAnswers();
        section = title;
        add('recap', 'read', [at], title);
        return;
      case 'exercise':
        endProse();
        section = title;
        add('exercise', 'predict', [at], title);
        add('solution', 'reveal', [at], title);
        return;
    }
  });
  endProse();
  giveAnswers();
  return steps;
}

/** Whether a figure comes in the same section, before the next question. */
function figureFollows(blocks: readonly Block[], question: number): boolean {
  const next = blocks.slice(question + 1).find(({ kind }) => closing.has(kind));
  return next?.kind === 'figure' || next?.kind === 'bet';
}

const closing: ReadonlySet<BlockKind> = new Set(['heading', 'figure', 'bet', 'question', 'recap', 'exercise']);

function isHeading({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'subheading';
}
