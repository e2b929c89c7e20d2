// The files that a figure can be taken away as; loaded when the first one is asked for.
import type { NumberTableContent } from '../../charts/NumberTable';
import { programOf } from '../../lang/print/programs';
import type { LectureModel } from '../../models';
import { drawTable } from '../../store/shown-draws';
import type { DrawTable, TakenDraws } from '../../store/shown-draws';
import { csvLine, csvText, plainCell } from './csv';
import { pictureOf } from './picture';
import { rasterOf } from './raster';
import { textFile } from './save';

export interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

const credits: Readonly<Record<LectureModel['dataset'], string>> = {
  frogs: ' Data: Vonesh and Bolker 2005.',
  trolley: ' Data: Cushman, Young and Hauser 2006.',
  cafes: '',
  mundlak: '',
};

export interface PictureRequest {
  /** The element of the figure. */
  readonly figure: Element;
  readonly stem: string;
  readonly dataset: LectureModel['dataset'] | null;
}

export async function pictureFile({ figure, stem, dataset }: PictureRequest, form: 'svg' | 'png'): Promise<SavedFile> {
  const drawing = figure.querySelector<HTMLElement>('.figure-drawing');
  if (drawing === null) throw new Error('the figure has no drawing');
  const { origin, pathname, search } = window.location;
  const number = figure.querySelector('.figure-number')?.textContent ?? '';
  const anchor = figure.id === '' ? '' : `#${figure.id}`;
  const what = number === '' ? '' : `figure ${number}, `;
  const picture = await pictureOf(drawing, {
    title: figure.querySelector('.figure-title')?.textContent ?? '',
    credit:
      `Tadpool ${__VERSION__}, ${what}${origin}${pathname}${search}${anchor}, after lecture 12 of Richard McElreath’s Statistical Rethinking 2023. CC BY 4.0.` +
      (dataset === null ? '' : credits[dataset]),
  });
  const content = form === 'svg' ? textFile(picture.svg, 'image/svg+xml') : await rasterOf(picture);
  return { name: `${stem}.${form}`, content };
}

export function numbersFile({ columns, rows, exact }: NumberTableContent, stem: string): SavedFile {
  const cells = exact?.() ?? rows().map((row) => row.map(plainCell));
  return { name: `${stem}-numbers.csv`, content: textFile(csvText(columns, cells), 'text/csv') };
}

/** Rows of a task: a long table must not hold up the page. */
const rowsATask = 100;

export async function drawsFile({ draws }: Extract<TakenDraws, { kind: 'ready' }>, stem: string): Promise<SavedFile> {
  const table = drawTable(draws);
  const parts = [csvLine(table.columns)];
  for (let from = 0; from < table.rows; from += rowsATask) {
    parts.push(linesOf(table, from));
    await new Promise((resolve) => {
      window.setTimeout(resolve, 0);
    });
  }
  return { name: `${stem}-draws.csv`, content: new Blob(parts, { type: 'text/csv;charset=utf-8' }) };
}

function linesOf(table: DrawTable, from: number): string {
  return table
    .slice(from, from + rowsATask)
    .map(csvLine)
    .join('');
}

export type ProgramForm = 'notation' | 'stan' | 'pymc';

const endings: Readonly<Record<ProgramForm, string>> = { notation: 'txt', stan: 'stan', pymc: 'py' };

export function programFile(
  { id, text, roles }: LectureModel,
  knobs: Readonly<Record<string, number>>,
  form: ProgramForm,
): SavedFile {
  const comment = form === 'stan' ? '//' : '#';
  const set = roles.knobs.map(({ name, value }) => `${name} = ${knobs[name] ?? value}`);
  const head = [
    `${id}, from Tadpool (after lecture 12 of Richard McElreath's Statistical Rethinking 2023)`,
    `observed: ${roles.observed.join(', ')}; data: ${roles.data.join(', ')}`,
    ...(set.length === 0 ? [] : [`knobs, as the figure has them: ${set.join(', ')}`]),
  ];
  const program = form === 'notation' ? text : programOf(form, text, roles);
  const whole = `${head.map((line) => `${comment} ${line}\n`).join('')}\n${program.trimEnd()}\n`;
  return { name: `tadpool-${id}.${endings[form]}`, content: textFile(whole, 'text/plain') };
}
