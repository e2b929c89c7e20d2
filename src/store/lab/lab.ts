// The lab: a document under the reader's hands, looked at as it changes, joined with its data in the lab's worker.
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TableSource } from '../../engine/lab/bench';
import type { LabBench } from '../../engine/lab/bench-client';
import type { Binding, DataRequest } from '../../engine/lab/build-data';
import type { TableFacts } from '../../engine/lab/column-facts';
import { documentOf } from '../../engine/lab/document';
import type { ColumnType, DataChoice, Declaration, LabDocument, LectureDataset } from '../../engine/lab/document';
import { examine, knobValues, labError, rolesOf } from '../../engine/lab/examine';
import { datasetFiles } from '../../engine/lab/lecture-tables';
import { secondsOf } from '../../engine/lab/weigh';
import type { DataState, LabState } from './state';

export const firstModel = 'frogs-multilevel';

export interface LabOptions {
  readonly bench: () => LabBench;
  /** The text of a file of public/data; rejects where it cannot be had. */
  readonly fetchData: (file: string) => Promise<string>;
  readonly workers: () => number;
  /** How long the hand must rest before a text is looked at, ms. */
  readonly pause: number;
}

export interface Lab {
  readonly store: StoreApi<LabState>;
  readonly edit: (text: string) => void;
  /** Takes a whole document: a lecture model, a link's, a kept one. */
  readonly load: (document: LabDocument) => void;
  readonly declare: (declaration: Declaration) => void;
  readonly undeclare: (name: string) => void;
  readonly change: (change: (document: LabDocument) => LabDocument) => void;
  readonly chooseData: (data: Exclude<DataChoice, { kind: 'file' }>) => void;
  /** A file that was dropped, chosen or pasted. */
  readonly openFile: (name: string, source: Exclude<TableSource, { kind: 'lecture' }>) => Promise<void>;
  readonly setType: (column: string, type: ColumnType) => void;
  /** Waits until everything that follows from the document has been worked out. */
  readonly settled: () => Promise<void>;
}

export function createLab(options: LabOptions): Lab {
  const first = documentOf(firstModel);
  if (first === null) throw new Error(`there is no model ${firstModel}`);
  const store = createStore<LabState>(() => ({
    document: first,
    examination: examine(first),
    table: { kind: 'none' },
    data: { kind: 'none' },
    weight: { kind: 'none' },
    run: { kind: 'idle' },
    early: [],
    prior: { kind: 'none' },
    fit: null,
    preview: null,
    moving: false,
    fits: [],
    notice: null,
    before: null,
    fileKept: false,
    promised: null,
  }));
  /** Questions to the worker one after another: it keeps one table and one set of data. */
  let queue: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the worker's data were made of. */
  let madeOf = '';
  /** What the weight was found with. */
  let weighedWith = '';
  let tables = 0;
  let looks = 0;

  const document = (): LabDocument => store.getState().document;

  const follow = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(work).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      store.setState({
        data: {
          kind: 'problem',
          sentences: [`The lab’s worker stopped (${message}). Reload the page; your model is kept.`],
        },
      });
    });
    return queue;
  };

  const look = (): void => {
    clearTimeout(timer);
    timer = undefined;
    store.setState({ examination: examine(document()) });
    looks++;
    const mine = looks;
    // A slider asks faster than a worker answers: of what has been asked since, the last is enough.
    void follow(() => (mine === looks ? join() : Promise.resolve()));
  };

  const change = (next: (before: LabDocument) => LabDocument): void => {
    store.setState({ document: next(document()) });
    look();
  };

  /** Data, then weight: each only where what it depends on has changed. */
  const join = async (): Promise<void> => {
    if (timer !== undefined) return;
    const { document: now, table, examination } = store.getState();
    // A line half typed hides names, and says nothing about the data.
    if (!examination.readable && now.text.trim() !== '') {
      store.setState({ weight: { kind: 'none' } });
      return;
    }
    const made = now.data.kind === 'simulated' ? await simulate(now) : await build(now, table);
    if (made !== null) store.setState({ data: made });
    const { data } = store.getState();
    if (examination.view === null || data.kind !== 'ready') {
      store.setState({ weight: { kind: 'none' } });
      return;
    }
    const { declarations, names, text, noncentered } = examination;
    const roles = rolesOf(declarations, now.base);
    const about = JSON.stringify([madeOf, text, roles, noncentered]);
    // A knob that moves makes a model no heavier.
    if (about === weighedWith && store.getState().weight.kind === 'weighed') return weighAgain();
    store.setState({ weight: { kind: 'weighing' } });
    const weighed = await options.bench().weigh({ text, roles, knobs: knobValues(declarations), noncentered });
    weighedWith = about;
    if (weighed.kind === 'errors') {
      const errors = weighed.errors.map((error) => labError(error, text, names, declarations));
      store.setState({ weight: { kind: 'errors', errors } });
      return;
    }
    const { weight } = weighed;
    const seconds = secondsOf(weight, document().settings, options.workers());
    store.setState({ weight: { kind: 'weighed', weight, seconds } });
  };

  /** Under the settings as they are now. */
  const weighAgain = (): void => {
    const { weight, document: now } = store.getState();
    if (weight.kind !== 'weighed') return;
    const seconds = secondsOf(weight.weight, now.settings, options.workers());
    if (seconds !== weight.seconds) store.setState({ weight: { ...weight, seconds } });
  };

  /** Null where the worker has these data already. */
  const build = async (now: LabDocument, table: LabState['table']): Promise<DataState | null> => {
    if (table.kind !== 'open') {
      madeOf = '';
      return { kind: 'none' };
    }
    const { declarations } = store.getState().examination;
    const wanted = declarations.flatMap((one) => (one.role === 'knob' ? [] : [one]));
    const unbound = wanted.filter(({ from }) => from === null || !hasColumn(table.facts, from.column));
    const request: DataRequest = {
      bindings: wanted.flatMap(({ name, from }): Binding[] => (from === null ? [] : [{ name, from }])),
      types: typesOf(table.facts, now.types),
      leaveOut: now.leaveOut,
    };
    const key = JSON.stringify([tables, request, unbound.length]);
    if (key === madeOf) return null;
    madeOf = key;
    if (unbound.length > 0) return { kind: 'unbound', names: unbound.map(({ name }) => name) };
    if (wanted.length === 0) return { kind: 'none' };
    const built = await options.bench().build(request);
    return built.kind === 'data' ? { ...built, kind: 'ready', truth: null } : built;
  };

  const simulate = async (now: LabDocument): Promise<DataState | null> => {
    const { view, declarations, text } = store.getState().examination;
    if (view === null || now.data.kind !== 'simulated') return { kind: 'none' };
    const { rows, members, seed } = now.data;
    const roles = rolesOf(declarations, now.base);
    const request = { text, roles, knobs: knobValues(declarations), rows, members, seed };
    const key = JSON.stringify(request);
    if (key === madeOf) return null;
    madeOf = key;
    const made = await options.bench().simulate(request);
    if (made.kind === 'data') return { kind: 'ready', data: made.data, rows, leftOut: [], truth: made.truth };
    if (made.kind === 'problem') return made;
    return { kind: 'problem', sentences: made.errors.map(({ message, fix }) => `${message} ${fix}`) };
  };

  const openTable = async (source: TableSource): Promise<void> => {
    const opened = await options.bench().open(source);
    tables++;
    madeOf = '';
    store.setState({
      table: opened.kind === 'read' ? { kind: 'open', facts: opened.value } : opened,
    });
  };

  const openLecture = (dataset: LectureDataset): Promise<void> =>
    follow(async () => {
      const file = datasetFiles[dataset];
      let text = '';
      try {
        if (file !== null) text = await options.fetchData(file);
      } catch {
        store.setState({
          table: {
            kind: 'refused',
            message: 'The data could not be fetched. Reload the page when you are online again.',
          },
        });
        return;
      }
      await openTable({ kind: 'lecture', dataset, text });
    });

  const openChosen = ({ data }: LabDocument): void => {
    if (data.kind === 'lecture') {
      store.setState({ table: { kind: 'opening' }, data: { kind: 'working' } });
      void openLecture(data.dataset);
    } else if (data.kind === 'file')
      store.setState({
        table: {
          kind: 'refused',
          message: `These data came from a file, ${data.name}, which stays with whoever has it. Choose the file here to go on.`,
        },
      });
    else {
      store.setState({ table: { kind: 'none' } });
      void follow(() => {
        madeOf = '';
        return Promise.resolve();
      });
    }
  };

  return {
    store,
    edit: (text) => {
      store.setState({ document: { ...document(), text: text.replaceAll('\r\n', '\n') }, preview: null });
      clearTimeout(timer);
      timer = setTimeout(look, options.pause);
    },
    load: (next) => {
      store.setState({ document: next, prior: { kind: 'none' }, preview: null });
      openChosen(next);
      look();
    },
    declare: (declaration) =>
      change((now) => ({
        ...now,
        declarations: [...now.declarations.filter(({ name }) => name !== declaration.name), declaration],
      })),
    undeclare: (name) =>
      change((now) => ({ ...now, declarations: now.declarations.filter((one) => one.name !== name) })),
    change,
    chooseData: (data) => {
      const next = { ...document(), data, types: {}, leaveOut: false };
      store.setState({ document: next, prior: { kind: 'none' }, preview: null });
      openChosen(next);
      look();
    },
    openFile: async (name, source) => {
      store.setState({ table: { kind: 'opening' } });
      await follow(() => openTable(source));
      if (store.getState().table.kind === 'open')
        store.setState({
          document: {
            ...document(),
            data: { kind: 'file', name },
            types: keptTypes(store.getState()),
            leaveOut: false,
          },
          prior: { kind: 'none' },
        });
      look();
      await queue;
    },
    setType: (column, type) => change((now) => ({ ...now, types: { ...now.types, [column]: type } })),
    settled: async () => {
      if (timer !== undefined) look();
      await queue;
    },
  };
}

function hasColumn({ columns }: TableFacts, name: string): boolean {
  return columns.some((column) => column.name === name);
}

/** Corrections of columns that the new table has too. */
function keptTypes({ document, table }: LabState): LabDocument['types'] {
  if (table.kind !== 'open') return {};
  return Object.fromEntries(Object.entries(document.types).filter(([name]) => hasColumn(table.facts, name)));
}

/** A column that is ignored is taken as guessed if a name reads it all the same. */
function typesOf({ columns }: TableFacts, corrected: LabDocument['types']): DataRequest['types'] {
  return Object.fromEntries(
    columns.map(({ name, guess }) => {
      const type = Object.hasOwn(corrected, name) ? corrected[name] : guess;
      return [name, type === 'ignored' ? guess : type];
    }),
  );
}
