// Which vectors a calibration samples through a raw vector of standard normals.
import { readModel } from '../../src/lang/resolve';
import { namesIn } from '../../src/lang/walk';
import type { LectureModel } from '../../src/models';

export type Form =
  /** The lecture's, and no vector whose scale is sampled is left centred. */
  | { readonly kind: 'without funnels' }
  | { readonly kind: 'as written' }
  | { readonly kind: 'chosen'; readonly names: readonly string[] };

/** The names to rewrite. `lecture` are those that the lecture rewrites itself. */
export function namesOf(form: Form, model: LectureModel, lecture: readonly string[]): readonly string[] {
  switch (form.kind) {
    case 'without funnels':
      return [...new Set([...lecture, ...vectorsOfFunnels(model)])];
    case 'as written':
      return [];
    case 'chosen':
      return form.names;
  }
}

/**
 * Vectors whose scale is sampled too. Worlds drawn from the prior have a scale near zero time and again; fitted as written, such a world
 * is a funnel whose neck no fixed step size enters (Betancourt & Girolami 2015), and the ranks of the scale tell of that, not of a wrong
 * density. The non-centred form has no neck.
 */
export function vectorsOfFunnels({ text, roles }: LectureModel): readonly string[] {
  const model = readModel(text, roles);
  if (!model.ok) throw new Error('a model of the lecture cannot be read');
  const { statements, symbols } = model.value;
  return statements.flatMap((statement) => {
    if (statement.kind !== 'draw' || statement.plates.length === 0) return [];
    const { locationScale, arguments: names } = statement.distribution;
    if (locationScale === null || symbols.get(statement.name)?.role !== 'parameter') return [];
    const scale = statement.arguments[names.findIndex(({ name }) => name === locationScale.scale)];
    return [...namesIn(scale)].some((name) => symbols.get(name)?.role === 'parameter') ? [statement.name] : [];
  });
}
