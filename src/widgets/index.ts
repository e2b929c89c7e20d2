// The figures and controls that the MDX names.
export { CausalGraph } from './CausalGraph';
export { SeedChoice } from './SeedChoice';
export { ShrinkageFigure } from './ShrinkageFigure';
export { SigmaKnob } from './SigmaKnob';
export { TanksFigure } from './TanksFigure';
