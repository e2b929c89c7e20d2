// Chart: up to 12 rows of a forest.
import { forest } from './forest';

export default forest(12);
