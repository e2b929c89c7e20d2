// Chart: rows of intervals for up to 2 posteriors.
import { intervalRows } from './interval-rows';

export default intervalRows(2);
