// One chart on the page: the prerendered picture first, then a live Vega view of the same drawing in its place.
import { useContext, useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Spec } from 'vega';
import './Chart.css';
import { layoutFor, layoutNames } from './definition';
import type { ChartData, ChartSignals, CompiledChart, Drawing, LayoutName, Plan, PlanFile } from './definition';
import type { LiveChart, Pointing } from './live';
import { oneATask } from './one-a-task';
import { StaticRenderContext } from './static-render-context';
import { symbolAttribute } from './symbol-marks';
import type { SymbolMarks } from './symbol-marks';
import { useSight } from './use-sight';

export interface ChartProps {
  /** From `import chart from '../charts/shrinkage?vega'`. */
  readonly chart: CompiledChart;
  /** Rows by data set; a new array is pushed, the same array is not. */
  readonly data: ChartData;
  /** Params of the specification; memoize. Those not named keep their defaults. */
  readonly signals?: ChartSignals;
  /** What the chart shows now, in words, for those who do not see it. */
  readonly description: string;
  /** Rows of an unsettled fit: drawn dimmed. */
  readonly preview?: boolean;
  /** Field that tells the marks apart, as in Pointing. */
  readonly pointField?: string;
  readonly onPoint?: Pointing['onPoint'];
  /** The symbols of the model that its marks show, for linked reading. */
  readonly symbols?: SymbolMarks;
}

const noSignals: ChartSignals = {};

/** A chart that nobody sees waits for a hand to rest, ms: what moves beside it has the time. */
const lagOutOfSight = 300;

export function Chart(props: ChartProps) {
  const { chart, data, signals = noSignals, description, preview = false, pointField, onPoint, symbols } = props;
  const root = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<LiveChart | null>(null);
  const latest = useRef({ data, signals, onPoint });
  const layout = useLayout(root);
  const inSight = useSight(root);
  const [ready, setReady] = useState(false);

  useEffect(() => {
    latest.current = { data, signals, onPoint };
    if (live.current === null) return undefined;
    const update = (): void => live.current?.update(data, signals);
    if (!inSight.current) {
      const timer = window.setTimeout(update, lagOutOfSight);
      return () => window.clearTimeout(timer);
    }
    update();
    return undefined;
  }, [data, signals, onPoint, inSight]);

  useEffect(() => {
    if (layout === null) return undefined;
    let wanted = true;
    const mount = (module: typeof import('./live'), plan: Plan) => {
      if (!wanted || host.current === null) return;
      const now = latest.current;
      const pointing = pointField === undefined ? null : { field: pointField, onPoint: forward };
      live.current = module.mountChart(host.current, plan, now.data, now.signals, pointing);
      setReady(true);
    };
    const forward: Pointing['onPoint'] = (value) => latest.current.onPoint?.(value);
    void Promise.all([import('./live'), planFor(chart.layouts[layout])]).then(([module, plan]) =>
      oneATask(() => mount(module, plan)),
    );
    return () => {
      wanted = false;
      live.current?.dispose();
      live.current = null;
    };
  }, [chart, layout, pointField]);

  return (
    <div
      ref={root}
      className="chart"
      role="img"
      aria-label={description}
      data-preview={preview}
      data-layout={layout ?? undefined}
      data-symbol-marks={symbols === undefined ? undefined : symbolAttribute(symbols)}
      style={shapes(chart)}
    >
      <div className="chart-frame">
        {ready ? null : layoutNames.map((name) => <Still key={name} name={name} {...{ chart, data, signals }} />)}
        <div ref={host} className="chart-live" aria-hidden="true" />
      </div>
    </div>
  );
}

/** The layout that fits the element's width, once the element is near the window; null until then. */
function useLayout(root: { readonly current: HTMLDivElement | null }): LayoutName | null {
  const [layout, setLayout] = useState<LayoutName | null>(null);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const sized = new ResizeObserver(([entry]) => {
      const { width } = entry.contentRect;
      if (width > 0) setLayout(layoutFor(width));
    });
    const near = new IntersectionObserver(
      (entries) => {
        // Of a page that is rearranged, out of the window and in it may be told in one go.
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        sized.observe(element);
      },
      { rootMargin: '600px' },
    );
    near.observe(element);
    return () => {
      near.disconnect();
      sized.disconnect();
    };
  }, [root]);
  return layout;
}

interface StillProps {
  readonly name: LayoutName;
  readonly chart: CompiledChart;
  readonly data: ChartData;
  readonly signals: ChartSignals;
}

/** In the browser a drawing names the file of its plan. */
async function planFor({ spec }: Drawing<Spec | PlanFile>): Promise<Plan> {
  if (typeof spec !== 'function') throw new Error('a chart on the page is drawn from a plan of the build');
  return (await spec()).default;
}

function atHand(drawing: Drawing<Spec | PlanFile>): Drawing<Spec> {
  const { spec } = drawing;
  if (typeof spec === 'function') throw new Error('a page is rendered from specifications, not from plans');
  return { ...drawing, spec };
}

/** The picture of one layout. In the browser its content is empty, and hydration keeps what the page came with. */
function Still({ name, chart, data, signals }: StillProps) {
  const render = useContext(StaticRenderContext);
  const svg = render === null ? '' : render(atHand(chart.layouts[name]), data, signals);
  return (
    <div className={`chart-still chart-${name}`} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: svg }} />
  );
}

/** Height for width of each layout, from which Chart.css reserves the place. */
function shapes({ layouts }: CompiledChart): CSSProperties {
  const variables: Record<`--${string}`, string> = {};
  for (const name of layoutNames) variables[`--${name}`] = `${layouts[name].width} / ${layouts[name].height}`;
  return variables;
}
