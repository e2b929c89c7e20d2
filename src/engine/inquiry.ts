// Several questions put to the pool at once, their answers gathered in order, with progress and a way to stop.
import type { ModelSource } from './key';
import type { Pool, Priority } from './pool';
import type { Failure } from './protocol';
import type { Answer, Question } from './questions';

/** `Q` is a question whose number for the model the worker fills in. */
export type QuestionFor = (model: number) => Question;

/** How an inquiry stands. `refused` has a sentence for the reader: the model does not allow what was asked. */
export type Inquiry<A> =
  | { readonly kind: 'working'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly value: A }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'cancelled' };

export type EndedInquiry<A> = Exclude<Inquiry<A>, { readonly kind: 'working' }>;

/** What is asked, and what is made of the answers, which come in the order of the questions. */
export interface InquiryPlan<A> {
  /** Null where no question is about a model. */
  readonly source: ModelSource | null;
  readonly questions: readonly QuestionFor[];
  readonly conclude: (answers: readonly Answer[]) => A;
}

/** Puts the questions; `listener` hears every answer until the inquiry is over. Returns the function that stops it. */
export function inquire<A>(
  pool: Pool,
  plan: InquiryPlan<A>,
  priority: Priority,
  listener: (state: Inquiry<A>) => void,
): () => void {
  const answers: (Answer | null)[] = plan.questions.map(() => null);
  const withdraw: (() => void)[] = [];
  let over = false;
  const finish = (state: Inquiry<A>): void => {
    if (over) return;
    over = true;
    for (const stop of withdraw) stop();
    listener(state);
  };
  const advance = (): void => {
    const given = answers.flatMap((answer) => answer ?? []);
    if (given.length === answers.length) finish({ kind: 'done', value: plan.conclude(given) });
    else listener({ kind: 'working', done: given.length, of: answers.length });
  };
  plan.questions.forEach((question, k) => {
    const stop = pool.submit({
      source: plan.source,
      priority,
      work: question,
      listener: (message) => {
        if (over) return;
        if (message.kind === 'failed') return finish({ kind: 'failed', failure: message.failure });
        if (message.kind === 'cancelled') return finish({ kind: 'cancelled' });
        if (message.kind !== 'answer') return;
        if (message.answer.kind === 'refused') return finish(message.answer);
        answers[k] = message.answer;
        advance();
      },
    });
    withdraw.push(stop);
  });
  if (plan.questions.length === 0) advance();
  return () => finish({ kind: 'cancelled' });
}

/** An inquiry to its end. */
export function answered<A>(pool: Pool, plan: InquiryPlan<A>): Promise<EndedInquiry<A>> {
  return new Promise((resolve) => {
    inquire(pool, plan, 'figure', (state) => {
      if (state.kind !== 'working') resolve(state);
    });
  });
}
