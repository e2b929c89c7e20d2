// How a chart obtains its picture while the page is prerendered; null in the browser, where the picture is already in the page.
import { createContext } from 'react';
import type { Spec } from 'vega';
import type { ChartData, ChartSignals, Drawing } from './definition';

export type StaticRender = (drawing: Drawing<Spec>, data: ChartData, signals: ChartSignals) => string;

/** The prerenderer provides `renderStatic`; no code of the browser bundle does. */
export const StaticRenderContext = createContext<StaticRender | null>(null);
