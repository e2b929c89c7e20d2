// Chart: up to 6 rows of a forest.
import { forest } from './forest';

export default forest(6);
