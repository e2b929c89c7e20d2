// A text that uses a lecture model's names, with that model's roles and data.
import { readProgram } from '../../lang/parser';
import { lectureModels } from '../../models';
import { blankDocument, lectureDocument } from './document';
import type { LabDocument } from './document';
import { inUse, textNames } from './names';

/** The lecture model that knows every name the text reads, and whose outcome it draws; a blank page's roles where there is none. */
export function textDocument(text: string): LabDocument {
  const { program } = readProgram(text);
  for (const model of lectureModels.values()) {
    const document = lectureDocument(model);
    const names = textNames(program, document.declarations);
    const known = new Set(document.declarations.map(({ name }) => name));
    const observes = model.roles.observed.every((name) => names.drawn.has(name));
    if (observes && [...names.free.keys()].every((name) => known.has(name)))
      return { ...document, text, declarations: inUse(document.declarations, names) };
  }
  return { ...blankDocument, text };
}
