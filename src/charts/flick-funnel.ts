// Chart: a particle in the funnel.
import { flickChart } from './flick-chart';
import { groundFrames } from './flick-frame';

export default flickChart(groundFrames.funnel);
