// What the user can mend: a message, and nothing else, on standard error.
import type { EndedInquiry } from '../../src/engine/inquiry';
import type { Failure } from '../../src/engine/protocol';
import { formatErrors } from '../../src/lang/result';
import type { LanguageError } from '../../src/lang/result';

/** Its message is all there is to say. */
export class Refusal extends Error {}

export function languageRefusal(text: string, errors: readonly LanguageError[]): Refusal {
  return new Refusal(formatErrors(text, errors));
}

export function failureRefusal(text: string, failure: Failure): Error {
  switch (failure.kind) {
    case 'model':
      return languageRefusal(text, failure.errors);
    case 'start':
      return new Refusal(failure.message);
    case 'bug':
      return new Error(failure.message);
  }
}

/** What an inquiry found out; throws what it ended in otherwise. */
export function valueOf<A>(text: string, ended: EndedInquiry<A>): A {
  switch (ended.kind) {
    case 'done':
      return ended.value;
    case 'refused':
      throw new Refusal(ended.message);
    case 'failed':
      throw failureRefusal(text, ended.failure);
    case 'cancelled':
      throw new Error('an inquiry was cancelled that nobody stopped');
  }
}
