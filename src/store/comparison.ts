// What the build found when it compared learned with fixed sigma.
import comparison from 'virtual:prerendered/frogs-comparison';

export { comparison };
export type ComparedModel = (typeof comparison.exact)[number];
