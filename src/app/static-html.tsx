// A tree as HTML, charts as inline SVG.
import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { prerender } from 'react-dom/static';
import { compactSvg } from '../charts/compact-svg';
import { mergeMarks } from '../charts/merged-marks';
import { renderStatic } from '../charts/render-static';
import { StaticRenderContext } from '../charts/static-render-context';

const known = new WeakMap<object, Map<string, string>>();

/** A figure is drawn once, for its page and for its own document. */
const renderStill: typeof renderStatic = (drawing, data, signals) => {
  const drawn = known.get(drawing.spec) ?? new Map<string, string>();
  known.set(drawing.spec, drawn);
  const key = JSON.stringify([data, signals]);
  const svg = drawn.get(key) ?? still(renderStatic(drawing, data, signals));
  drawn.set(key, svg);
  return svg;
};

/** Named after itself: the same picture has the same name on every machine, and another picture another one. */
function still(svg: string): string {
  const compact = compactSvg(svg);
  return mergeMarks(compact, `still-${createHash('sha256').update(compact).digest('hex').slice(0, 8)}`);
}

export async function staticHtml(tree: ReactNode): Promise<string> {
  const { prelude } = await prerender(<StaticRenderContext value={renderStill}>{tree}</StaticRenderContext>, {
    // One piece of HTML, in order: what is streamed later needs inline scripts, and the policy forbids those.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      throw error;
    },
  });
  return new Response(prelude).text();
}
