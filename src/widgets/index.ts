// The figures and controls that the MDX names.
export { CausalGraph } from './CausalGraph';
export { LinkNotice } from './LinkNotice';
export { SeedChoice } from './SeedChoice';
export { ShrinkageFigure } from './ShrinkageFigure';
export { SigmaKnob } from './SigmaKnob';
export { TanksFigure } from './TanksFigure';
