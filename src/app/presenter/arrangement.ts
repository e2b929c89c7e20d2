// How a figure stands on the stage: its drawing beside what belongs to it, or above; made shorter where that shows all of it.
import { layoutFor, layoutNames, layoutWidth } from '../../charts/definition';
import type { LayoutName } from '../../charts/definition';
import { shortenChart } from '../../charts/shorten';

const arrangements = ['side', 'stack'] as const;
/** What is left out where there is no room: nothing, the caption, the line of status as well. The notes have them. */
const briefings = [0, 1, 2] as const;
const attributes = { arrangement: 'data-arrangement', brief: 'data-brief' } as const;
/** A drawing keeps at least this share of its height; one of several under each other more, since it can have a screen of its own. */
const shortest = { alone: 0.5, among: 0.85 } as const;
/** What it costs to leave something out, to make a drawing shorter by all that is allowed, and not to fit, which a pixel more makes worse. */
const costs = { briefing: 12, shorter: 60, tooLarge: 1000 } as const;

/** What is known of charts: by how many drawing units each of their layouts may be shorter. */
const spare = new WeakMap<Element, Partial<Record<LayoutName, number>>>();

interface Try {
  readonly apply: () => void;
  readonly cost: number;
}

/** For each figure among the elements the arrangement that loses least. `sheet` is what they have to fit into. */
export function arrange(elements: readonly HTMLElement[], sheet: HTMLElement): void {
  for (const figure of elements.filter((element) => element.matches('.figure'))) {
    const frames = [...figure.querySelectorAll<HTMLElement>('.chart-frame')];
    for (const frame of frames) learn(frame);
    const tries = arrangements.flatMap((arrangement) =>
      briefings.map((briefing): Try => {
        const apply = (share: number): void => {
          figure.setAttribute(attributes.arrangement, arrangement);
          figure.setAttribute(attributes.brief, String(briefing));
          for (const frame of frames) shorten(frame, share);
        };
        apply(1);
        const share = shareThatFits(frames, excessOf(sheet));
        apply(share);
        const squeezed = (1 - share) / (1 - shortest.alone);
        const excess = excessOf(sheet);
        const tooLarge = excess === 0 && !cutsTable(figure) ? 0 : costs.tooLarge + excess;
        const cost = tooLarge + costs.briefing * briefing + costs.shorter * squeezed;
        return { apply: () => apply(share), cost };
      }),
    );
    tries.reduce((best, one) => (one.cost < best.cost ? one : best)).apply();
    for (const frame of frames) draw(frame);
  }
}

export function disarrange(article: HTMLElement): void {
  for (const figure of article.querySelectorAll(`[${attributes.arrangement}]`)) {
    for (const attribute of Object.values(attributes)) figure.removeAttribute(attribute);
    for (const frame of figure.querySelectorAll<HTMLElement>('.chart-frame')) {
      shorten(frame, 1);
      draw(frame);
    }
  }
}

function excessOf(sheet: HTMLElement): number {
  return Math.max(0, sheet.scrollHeight - sheet.clientHeight - 2);
}

function cutsTable(figure: HTMLElement): boolean {
  return [...figure.querySelectorAll('.figure-drawing table')].some(
    ({ parentElement }) => parentElement !== null && parentElement.scrollWidth > parentElement.clientWidth + 2,
  );
}

function shareThatFits(frames: readonly HTMLElement[], excess: number): number {
  const boxes = frames.map((frame) => frame.getBoundingClientRect()).filter(({ height }) => height > 0);
  const rows = boxes.filter(({ top }, k) => !boxes.slice(0, k).some((one) => Math.abs(one.top - top) < 8));
  const total = rows.reduce((sum, { height }) => sum + height, 0);
  if (excess === 0 || total === 0) return 1;
  return Math.max(rows.length > 1 ? shortest.among : shortest.alone, 1 - excess / total);
}

/** Gives the frame of a chart a share of the height that its layout has. */
function shorten(frame: HTMLElement, share: number): void {
  const { layout, width, height } = unitsOf(frame);
  // Before it has been seen alive: what is much taller than wide is several plots, one under the other.
  const most = spare.get(frame)?.[layout] ?? (height > 1.25 * width ? 0 : height);
  const wanted = Math.max(height * share, height - most);
  if (wanted >= height || width === 0) frame.style.removeProperty('aspect-ratio');
  else frame.style.aspectRatio = `${width} / ${wanted.toFixed(2)}`;
  frame.toggleAttribute('data-shorter', frame.style.aspectRatio !== '');
}

/** Has the live chart follow its frame, if it lives in the layout that the frame is for. */
function draw(frame: HTMLElement): void {
  const { layout, height } = unitsOf(frame);
  if (liveLayout(frame) !== layout) return;
  const [, wanted] = frame.style.aspectRatio.split('/').map(Number);
  shortenChart(hostOf(frame), wanted === undefined ? 0 : height - wanted);
}

function learn(frame: HTMLElement): void {
  const layout = liveLayout(frame);
  const most = shortenChart(hostOf(frame), 0);
  if (layout !== null && most !== null) spare.set(frame, { ...spare.get(frame), [layout]: most });
}

/** Null before the chart lives. */
function liveLayout(frame: HTMLElement): LayoutName | null {
  const width = hostOf(frame).querySelector('svg')?.viewBox.baseVal.width;
  return layoutNames.find((name) => layoutWidth[name] === width) ?? null;
}

function hostOf(frame: HTMLElement): Element {
  return frame.querySelector('.chart-live') ?? frame;
}

/** Size in drawing units of the layout that the chart's width asks for. */
function unitsOf(frame: HTMLElement): {
  readonly layout: LayoutName;
  readonly width: number;
  readonly height: number;
} {
  const chart = frame.closest<HTMLElement>('.chart');
  const layout = layoutFor(chart?.clientWidth ?? 0);
  const [width = 0, height = 0] = (chart?.style.getPropertyValue(`--${layout}`) ?? '').split('/').map(Number);
  return { layout, width, height };
}
