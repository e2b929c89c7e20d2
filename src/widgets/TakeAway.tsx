// "Take it with you": a figure's picture, its numbers, the draws behind it, and its model in three languages.
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { NumberTableContent } from '../charts/NumberTable';
import { lectureModels } from '../models';
import type { LectureModel } from '../models';
import type { TakeDraws } from '../store/shown-draws';
import type { ProgramForm, SavedFile } from './take-away/files';
import { fileStem, saveFile } from './take-away/save';
import './take-away.css';

/** A fit that a figure shows: its model, with knobs where they stand (those left out stand at their defaults), and its draws. */
export interface TakenFit {
  readonly label: string;
  readonly model: string;
  readonly knobs: Readonly<Record<string, number>>;
  readonly draws: TakeDraws;
}

export interface TakeAwayProps {
  /** What the figure shows, for the names of its files: "reed-frogs sigma 1 seed 1". */
  readonly name: string;
  /** The id of the lecture model behind it. */
  readonly model?: string;
  /** Where the figure's knobs stand; those left out stand at their defaults. */
  readonly knobs?: Readonly<Record<string, number>>;
  /** Of a figure without a model: whose data it shows. */
  readonly dataset?: LectureModel['dataset'];
  /** The figure's numbers, as its table has them. */
  readonly table?: NumberTableContent;
  /** `drawsOf(fit)`, for a figure that shows a fit. */
  readonly draws?: TakeDraws;
  /** Of a figure that shows several fits, in place of `model`, `knobs` and `draws`: the reader chooses. */
  readonly fits?: readonly TakenFit[];
  /** `board`: what is drawn is no picture but a thing to work with. */
  readonly drawing?: 'picture' | 'board';
}

type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working'; readonly done: number | null; readonly wanted: number }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: string };

const programs: readonly { readonly form: ProgramForm; readonly label: string; readonly long: string }[] = [
  { form: 'notation', label: 'notation', long: 'The model in the notation' },
  { form: 'stan', label: 'Stan', long: 'The model in Stan' },
  { form: 'pymc', label: 'PyMC', long: 'The model in PyMC' },
];

/** The files' code comes when it is asked for. */
const files = () => import('./take-away/files');

export function TakeAway({ dataset, table, drawing = 'picture', fits = [], ...props }: TakeAwayProps): ReactNode {
  const root = useRef<HTMLDetailsElement>(null);
  const { said, save, take } = useSaving();
  const [chosen, setChosen] = useState(0);
  const fit = fits.at(chosen);
  const behind: Pick<TakeAwayProps, 'model' | 'knobs' | 'draws'> = fit ?? props;
  const { draws, knobs = {} } = behind;
  const model = modelOf(behind.model);
  const stem = fileStem('tadpool', fit === undefined ? props.name : `${props.name} ${fit.label}`);

  const savePicture = (form: 'svg' | 'png'): void => {
    const figure = root.current?.closest('.figure');
    if (figure === null || figure === undefined) return;
    const of = model?.dataset ?? dataset ?? null;
    save(async () => (await files()).pictureFile({ figure, stem, dataset: of }, form));
  };
  const busy = said.kind === 'working';

  return (
    <details className="take-away" ref={root}>
      <summary>Take it with you</summary>
      <div className="take-away-body">
        {drawing === 'picture' && (
          <p>
            <span>Picture</span>
            <FileButton label="SVG" long="The picture as SVG" busy={busy} onPress={() => savePicture('svg')} />
            <FileButton label="PNG" long="The picture as PNG" busy={busy} onPress={() => savePicture('png')} />
          </p>
        )}
        {table !== undefined && (
          <p>
            <span>Numbers</span>
            <FileButton
              label="CSV"
              long="The numbers as CSV"
              busy={busy}
              onPress={() => save(async () => (await files()).numbersFile(table, stem))}
            />
          </p>
        )}
        {fits.length > 1 && (
          <p>
            <label>
              Of which fit{' '}
              <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
                {fits.map(({ label }, k) => (
                  <option key={label} value={k}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </p>
        )}
        {draws !== undefined && (
          <p>
            <span>Draws</span>
            <FileButton label="CSV" long="The draws as CSV" busy={busy} onPress={() => take(draws, stem)} />
          </p>
        )}
        {model !== undefined && (
          <p>
            <span>Model</span>
            {programs.map(({ form, label, long }) => (
              <FileButton
                key={form}
                label={label}
                long={long}
                busy={busy}
                onPress={() => save(async () => (await files()).programFile(model, knobs, form))}
              />
            ))}
          </p>
        )}
        <div className="take-away-said">
          {said.kind === 'working' && said.done !== null && (
            <progress max={said.wanted} value={said.done} aria-label="Making the draws" />
          )}
          <span role="status">{words(said)}</span>
        </div>
      </div>
    </details>
  );
}

function modelOf(id: string | undefined): LectureModel | undefined {
  const model = id === undefined ? undefined : lectureModels.get(id);
  if (id !== undefined && model === undefined) throw new Error(`there is no model ${id}`);
  return model;
}

interface FileButtonProps {
  readonly label: string;
  /** The label in a sentence of its own, for those who do not see the row. */
  readonly long: string;
  readonly busy: boolean;
  readonly onPress: () => void;
}

function FileButton({ label, long, busy, onPress }: FileButtonProps): ReactNode {
  return (
    <button type="button" disabled={busy} aria-label={long} onClick={onPress}>
      {label}
    </button>
  );
}

/** Makes one file at a time and says how that went. */
function useSaving() {
  const [said, setSaid] = useState<Said>({ kind: 'nothing' });
  const giveUp = useRef<() => void>(() => undefined);
  useEffect(() => () => giveUp.current(), []);
  const make = async (file: () => Promise<SavedFile>): Promise<void> => {
    setSaid({ kind: 'working', done: null, wanted: 1 });
    try {
      const { name, content } = await file();
      saveFile(name, content);
      setSaid({ kind: 'saved', name });
    } catch {
      setSaid({ kind: 'refused', message: 'The file could not be made in this browser.' });
    }
  };
  const save = (file: () => Promise<SavedFile>): void => void make(file);
  const take = (draws: TakeDraws, stem: string): void => {
    giveUp.current = draws((taken) => {
      if (taken.kind === 'running') setSaid({ kind: 'working', done: taken.done, wanted: taken.wanted });
      else if (taken.kind === 'refused') setSaid(taken);
      else save(async () => (await files()).drawsFile(taken, stem));
    });
  };
  return { said, save, take };
}

function words(said: Said): string {
  switch (said.kind) {
    case 'nothing':
      return '';
    case 'working':
      return said.done === null ? 'Making the file.' : 'Sampling the same key again, for its draws.';
    case 'saved':
      return `Saved as ${said.name}.`;
    case 'refused':
      return said.message;
  }
}
