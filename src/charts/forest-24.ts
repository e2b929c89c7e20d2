// Chart: up to 24 rows of a forest.
import { forest } from './forest';

export default forest(24);
