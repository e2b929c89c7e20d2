// The reed-frog tanks as the charts want them.
import type { Tanks } from '../charts/tank-rows';
import { frogs } from '../store/frogs-fit';

export const tanks: Tanks = { density: frogs.density.map(Number), survived: frogs.survived.map(Number) };
