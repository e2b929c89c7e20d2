// The arrow that flicks the particle: drawn over the chart, dragged from the particle, let go to push it.
import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { layoutFor } from '../charts/definition';
import { boxOf } from '../charts/flick-frame';
import type { GroundFrame } from '../charts/flick-frame';
import { strongest } from '../store/flick';
import type { Pair } from '../store/flick';

export interface FlickArrowProps {
  readonly frame: GroundFrame;
  readonly place: Pair;
  readonly momentum: Pair;
  /** How far on the axes a momentum of one is drawn. */
  readonly reach: number;
  /** While the particle is on its way there is nothing to push. */
  readonly hidden: boolean;
  readonly onAim: (momentum: Pair) => void;
  readonly onLetGo: () => void;
}

export function FlickArrow(props: FlickArrowProps): ReactNode {
  const { frame, place, momentum, reach, hidden, onAim, onLetGo } = props;
  const host = useRef<HTMLDivElement>(null);
  const size = useSize(host);
  const { padding, plot, total } = fitted(size);
  const perX = plot.width / (frame.x[1] - frame.x[0]);
  const perY = plot.height / (frame.y[1] - frame.y[0]);
  const toDrawing = ([x, y]: Pair): Pair => [
    padding.left + (x - frame.x[0]) * perX,
    padding.top + plot.height - (y - frame.y[0]) * perY,
  ];
  const [fromX, fromY] = toDrawing(place);
  const [tipX, tipY] = toDrawing([place[0] + reach * momentum[0], place[1] + reach * momentum[1]]);

  const aim = (event: PointerEvent<SVGElement>): void => {
    const box = host.current?.getBoundingClientRect();
    if (box === undefined) return;
    const scale = total.width / box.width;
    const x = (event.clientX - box.left) * scale;
    const y = (event.clientY - box.top) * scale;
    const [px, py] = [(x - fromX) / perX / reach, (fromY - y) / perY / reach];
    const shorten = Math.min(1, strongest / Math.hypot(px, py));
    onAim([px * shorten, py * shorten]);
  };
  const grab = (event: PointerEvent<SVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    aim(event);
  };
  const isHeld = (event: PointerEvent<SVGElement>): boolean => event.currentTarget.hasPointerCapture(event.pointerId);
  const letGo = (event: PointerEvent<SVGElement>): void => {
    if (!isHeld(event)) return;
    event.currentTarget.releasePointerCapture(event.pointerId);
    onLetGo();
  };

  return (
    <div ref={host} className="flick-arrow" aria-hidden="true">
      {size === null || hidden ? null : (
        <svg viewBox={`0 0 ${total.width} ${total.height}`}>
          <line x1={fromX} y1={fromY} x2={tipX} y2={tipY} />
          <path d="M0,0L-11,-5.5L-11,5.5Z" transform={headAt(fromX, fromY, tipX, tipY)} />
          {[
            [fromX, fromY],
            [tipX, tipY],
          ].map(([x, y], end) => (
            <circle
              key={end}
              cx={x}
              cy={y}
              r={18}
              onPointerDown={grab}
              onPointerMove={(event) => {
                if (isHeld(event)) aim(event);
              }}
              onPointerUp={letGo}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function headAt(fromX: number, fromY: number, tipX: number, tipY: number): string {
  const angle = (Math.atan2(tipY - fromY, tipX - fromX) * 180) / Math.PI;
  return `translate(${tipX},${tipY}) rotate(${angle})`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the plot lies in a drawing of that size on the page: one that was made shorter keeps its margins. */
function fitted(size: Size | null) {
  const { padding, width, height, total } = boxOf(layoutFor(size?.width ?? 0));
  if (size === null) return { padding, plot: { width, height }, total };
  const tall = (size.height * total.width) / size.width;
  return {
    padding,
    plot: { width, height: tall - padding.top - padding.bottom },
    total: { width: total.width, height: tall },
  };
}

/** Of the element in CSS pixels; null until it is known. */
function useSize(host: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const sized = new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width > 0) setSize({ width: contentRect.width, height: contentRect.height });
    });
    sized.observe(element);
    return () => sized.disconnect();
  }, [host]);
  return size;
}
