// The figures and controls that the MDX names.
export { CausalGraph } from './CausalGraph';
export { LinkNotice } from './LinkNotice';
export { ShrinkageFigure } from './ShrinkageFigure';
export { TanksFigure } from './TanksFigure';
