// Chart: rows of intervals for up to 3 posteriors.
import { intervalRows } from './interval-rows';

export default intervalRows(3);
