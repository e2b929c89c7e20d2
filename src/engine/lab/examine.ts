// What can be said of a text and its declarations before data: every error with what may be done about it, or the model in all its forms.
import type { Knob, Model, Roles } from '../../lang/model';
import { readProgram } from '../../lang/parser';
import { modelGraph } from '../../lang/print/graph';
import type { ModelGraph } from '../../lang/print/graph';
import { latexLines, modelLatex } from '../../lang/print/latex';
import { modelPymc } from '../../lang/print/pymc';
import { modelStan } from '../../lang/print/stan';
import { readModel } from '../../lang/resolve';
import type { LanguageError } from '../../lang/result';
import { noncentered } from '../../lang/rewrite';
import { namesIn } from '../../lang/walk';
import { lectureModels } from '../../models';
import type { Declaration, LabDocument } from './document';
import { inUse, textNames } from './names';
import type { TextNames } from './names';

export type Offer =
  | { readonly kind: 'knob'; readonly name: string }
  | { readonly kind: 'data'; readonly name: string }
  | { readonly kind: 'observed'; readonly name: string };

export interface LabError {
  /** Offsets into the text. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
  readonly offers: readonly Offer[];
}

/** A model without errors, in every form that needs no data. */
export interface ModelView {
  readonly latex: string;
  readonly graph: ModelGraph;
  readonly stan: string;
  readonly pymc: string;
  /** Declared names. */
  readonly parameters: readonly string[];
  readonly observed: readonly string[];
  readonly definedNames: readonly string[];
  /** By name. */
  readonly symbols: ReadonlyMap<string, string>;
}

export interface Examination {
  readonly text: string;
  readonly errors: readonly LabError[];
  /** Whether every line could be read: of a text that could not, names are missing. */
  readonly readable: boolean;
  /** Null while there are errors. */
  readonly view: ModelView | null;
  readonly names: TextNames;
  /** What the text has a use for. */
  readonly declarations: readonly Declaration[];
  /** Parameters with a location and a scale that is itself learned or set: those that the centred and the non-centred form tell apart. */
  readonly twoForms: readonly string[];
  /** Those of them that are sampled in the non-centred form, in text order. */
  readonly noncentered: readonly string[];
}

export function examine({
  base,
  text,
  declarations,
  noncentered: wanted,
}: Pick<LabDocument, 'base' | 'text' | 'declarations' | 'noncentered'>): Examination {
  const { program, errors: unread } = readProgram(text);
  const readable = unread.empty;
  const names = textNames(program, declarations);
  const used = inUse(declarations, names);
  const model = readModel(text, shownRoles(used, base));
  if (!model.ok) {
    const errors = model.errors.map((error) => labError(error, text, names, used));
    return { text, errors, readable, view: null, names, declarations: used, twoForms: [], noncentered: [] };
  }
  const twoForms = formsOf(model.value);
  const raw = twoForms.filter((name) => wanted.includes(name));
  const shown = rewritten(model.value, raw);
  const symbols = [...shown.symbols.values()];
  const named = (role: string): readonly string[] => symbols.filter((one) => one.role === role).map(({ name }) => name);
  const view: ModelView = {
    latex: modelLatex(shown, { mark: true }),
    graph: modelGraph(shown),
    stan: modelStan(shown),
    pymc: modelPymc(shown),
    parameters: named('parameter'),
    observed: named('observed'),
    definedNames: latexLines(shown).flatMap((line) => line.names),
    symbols: new Map(symbols.map(({ name, latex }) => [name, latex])),
  };
  return { text, errors: [], readable, view, names, declarations: used, twoForms, noncentered: raw };
}

/** Names that can be rewritten, and whose scale is no constant: with a constant one the two forms have the same geometry. */
function formsOf(model: Model): readonly string[] {
  return model.statements.flatMap((statement) => {
    if (statement.kind !== 'draw') return [];
    const { distribution, name, arguments: given } = statement;
    const at = distribution.arguments.findIndex((one) => one.name === distribution.locationScale?.scale);
    const moves = at >= 0 && [...namesIn(given[at])].some((one) => model.symbols.has(one));
    return moves && noncentered(model, name).ok ? [name] : [];
  });
}

/** Names that cannot be rewritten stay as they are. */
function rewritten(model: Model, names: readonly string[]): Model {
  return names.reduce((now, name) => {
    const next = noncentered(now, name);
    return next.ok ? next.value : now;
  }, model);
}

/** A knob's present value is no part of the roles, so that a slider never makes another model. */
export function rolesOf(declarations: readonly Declaration[], base: string | null): Roles {
  const symbols = base === null ? undefined : lectureModels.get(base)?.roles.symbols;
  return {
    observed: declarations.flatMap(({ role, name }) => (role === 'observed' ? [name] : [])),
    data: declarations.flatMap(({ role, name }) => (role === 'data' ? [name] : [])),
    knobs: declarations.flatMap((declaration): Knob[] => {
      if (declaration.role !== 'knob') return [];
      const { name, minimum, maximum } = declaration;
      return [{ name, value: minimum, minimum, maximum }];
    }),
    ...(symbols === undefined ? {} : { symbols }),
  };
}

/** With knobs where they stand, as programs print them. */
function shownRoles(declarations: readonly Declaration[], base: string | null): Roles {
  const values = knobValues(declarations);
  const roles = rolesOf(declarations, base);
  return { ...roles, knobs: roles.knobs.map((knob) => ({ ...knob, value: values[knob.name] })) };
}

export function knobValues(declarations: readonly Declaration[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    declarations.flatMap((declaration) => (declaration.role === 'knob' ? [[declaration.name, declaration.value]] : [])),
  );
}

export function labError(
  { span, line, message, fix }: LanguageError,
  text: string,
  names: TextNames,
  declared: readonly Declaration[],
): LabError {
  const from = Math.min(span?.start ?? 0, text.length);
  const to = Math.min(Math.max(span?.end ?? 0, from), text.length);
  return { from, to, line, message, fix, offers: offersAt(text.slice(from, to), names, declared) };
}

/** A name without a role may become a knob or data, one that is drawn may be what was observed: if the reader says so. */
function offersAt(place: string, names: TextNames, declared: readonly Declaration[]): readonly Offer[] {
  const name = /^[A-Za-z\u0370-\u03FF][A-Za-z\u0370-\u03FF0-9_]*/.exec(place)?.[0];
  if (name === undefined || declared.some((one) => one.name === name)) return [];
  const free = names.free.get(name);
  if (free !== undefined) {
    const bare = place === name && !free.index;
    return [{ kind: 'data', name }, ...(bare ? [{ kind: 'knob', name } as const] : [])];
  }
  const statement = /^[A-Za-z\u0370-\u03FF0-9_]+(\[[^\]]*\])?$/.test(place);
  return names.drawn.has(name) && statement ? [{ kind: 'observed', name }] : [];
}
