// Page 2's exact scores of twenty sigmas, as the build computed them.
import exactCurve from 'virtual:prerendered/frogs-exact-curve';

export { exactCurve };
