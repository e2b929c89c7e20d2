// A reader's answers as one file, and many such files read side by side. Nothing is sent anywhere: a file is saved, and opened.
import type { Answers } from './answers';

export interface HandedAnswer {
  /** The page's slug, '' for the front page. */
  readonly page: string;
  readonly question: string;
  readonly answer: string;
  /** As in ISO 8601, or ''. */
  readonly at: string;
}

export interface AnswersFile {
  /** Of the site. */
  readonly version: string;
  readonly name: string;
  readonly remark: string;
  /** When it was saved, as in ISO 8601. */
  readonly saved: string;
  readonly answers: readonly HandedAnswer[];
}

const format = 'tadpool answers';

export function answersFile(all: Readonly<Record<string, Answers>>, facts: Omit<AnswersFile, 'answers'>): string {
  const answers = Object.entries(all).flatMap(([page, given]) =>
    Object.entries(given).map(([question, { answer, at }]): HandedAnswer => ({ page, question, answer, at })),
  );
  return `${JSON.stringify({ format, ...facts, answers }, null, 2)}\n`;
}

export type ReadFile =
  | { readonly kind: 'read'; readonly file: AnswersFile }
  /** A sentence for the instructor. */
  | { readonly kind: 'refused'; readonly why: string };

/** Longest of a file and of a text in it, in characters, and most answers: more was not written by this site. */
export const limits = { file: 1_000_000, text: 5_000, answers: 1_000 } as const;

export function readAnswersFile(content: string): ReadFile {
  const refused = (why: string): ReadFile => ({ kind: 'refused', why });
  if (content.length > limits.file) return refused('It is too large to be a file of answers.');
  let found: unknown;
  try {
    found = JSON.parse(content);
  } catch {
    return refused('It is no file of answers: it cannot be read as JSON.');
  }
  const fields = new Map(typeof found === 'object' && found !== null ? Object.entries(found) : []);
  if (fields.get('format') !== format) return refused('It is no file of answers from these pages.');
  const given: unknown = fields.get('answers');
  if (!Array.isArray(given)) return refused('Its list of answers is missing.');
  if (given.length > limits.answers) return refused('It holds more answers than there are questions.');
  const answers = given.map(readAnswer);
  const broken = answers.indexOf(null);
  if (broken !== -1) return refused(`Its answer number ${broken + 1} is damaged.`);
  const text = (field: string): string | null => textOf(fields.get(field));
  const [version, name, remark, saved] = [text('version'), text('name'), text('remark'), text('saved')];
  if (version === null || name === null || remark === null || saved === null)
    return refused('Its name, remark, version or date is missing.');
  return { kind: 'read', file: { version, name, remark, saved, answers: answers.filter((answer) => answer !== null) } };
}

function readAnswer(value: unknown): HandedAnswer | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map(Object.entries(value));
  const [page, question, answer, at] = ['page', 'question', 'answer', 'at'].map((field) => textOf(fields.get(field)));
  if (typeof page !== 'string' || typeof question !== 'string' || typeof answer !== 'string' || typeof at !== 'string')
    return null;
  return { page, question, answer, at };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= limits.text ? value : null;

export interface Counted {
  readonly answer: string;
  /** Of those who gave it, '' where nobody signed. */
  readonly names: readonly string[];
}

export interface QuestionAnswers {
  readonly page: string;
  readonly question: string;
  /** Numbers in their order, words by how many gave them. */
  readonly counted: readonly Counted[];
  readonly total: number;
}

/** Answers by question. Who hands in twice under one name counts once, with the file saved last. */
export function gather(files: readonly AnswersFile[]): readonly QuestionAnswers[] {
  const asked: { readonly page: string; readonly question: string; readonly names: Map<string, string[]> }[] = [];
  for (const { name, answers } of latestOf(files))
    for (const { page, question, answer } of answers) {
      let place = asked.find((one) => one.page === page && one.question === question);
      if (place === undefined) asked.push((place = { page, question, names: new Map() }));
      place.names.set(answer, [...(place.names.get(answer) ?? []), name]);
    }
  return asked.map(({ page, question, names }) => {
    const counted = Array.from(names, ([answer, those]): Counted => ({ answer, names: those }));
    const numbers = counted.every(({ answer }) => answer.trim() !== '' && Number.isFinite(Number(answer)));
    counted.sort((a, b) => (numbers ? Number(a.answer) - Number(b.answer) : b.names.length - a.names.length));
    return { page, question, counted, total: counted.reduce((sum, one) => sum + one.names.length, 0) };
  });
}

export function latestOf(files: readonly AnswersFile[]): readonly AnswersFile[] {
  return files.filter(
    (file, k) =>
      file.name === '' ||
      files.every(
        (other, l) =>
          l === k || other.name !== file.name || other.saved < file.saved || (other.saved === file.saved && l < k),
      ),
  );
}
