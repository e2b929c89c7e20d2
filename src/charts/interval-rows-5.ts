// Chart: five posteriors as rows of intervals.
import { intervalRows } from './interval-rows';

export default intervalRows(5);
