// Chart: a particle on the slice of the reed-frog posterior.
import { flickChart } from './flick-chart';
import { groundFrames } from './flick-frame';

export default flickChart(groundFrames.frogs);
