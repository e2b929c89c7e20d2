// The steps and notes of a lesson, as the build reads them from its MDX.
import { createProcessor } from '@mdx-js/mdx';
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMath from 'remark-math';
import rehypeSlug from 'rehype-slug';
import { VFile } from 'vfile';
import { rehypeNotes } from '../../../scripts/vite/notes';
import type { LessonNotes } from '../../../src/app/presenter/lesson-notes';
import type { Step } from '../../../src/app/presenter/steps';

export interface LessonSteps {
  readonly steps: readonly Step[];
  readonly notes: LessonNotes;
}

export async function lessonSteps(
  slug: string,
  text = readFileSync(`content/${slug}.mdx`, 'utf8'),
): Promise<LessonSteps> {
  const processor = createProcessor({
    remarkPlugins: [remarkFrontmatter, remarkMath],
    rehypePlugins: [rehypeSlug, rehypeNotes],
  });
  const file = new VFile({ path: `content/${slug}.mdx`, value: text });
  await processor.process(file);
  return { steps: file.data.steps ?? [], notes: file.data.notes ?? {} };
}
