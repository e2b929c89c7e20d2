// Chart: survivors of an unseen tank, without predators upwards and with them downwards.
import { countsChart } from './counts';

export default countsChart('new-tank', 'two', 250);
