// Chart: how many survivors predators cost the same unseen tank.
import { countsChart } from './counts';

export default countsChart('tank-loss', 'one', 120);
