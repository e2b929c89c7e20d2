// The notes of each lesson in a chunk of its own, fetched when presenter mode begins.
import type { LessonNotes } from './lesson-notes';

const modules = import.meta.glob<{ readonly default: LessonNotes }>('../../../content/*.mdx', { query: '?notes' });

export async function loadNotes(slug: string): Promise<LessonNotes> {
  const load = modules[`../../../content/${slug}.mdx`];
  return load === undefined ? {} : (await load()).default;
}
