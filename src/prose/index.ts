// The lessons' closed vocabulary: what MDX may name beside the figures.
export { Aside } from './Aside';
export { Choice } from './Choice';
export { Equation } from './Equation';
export { h2, h3 } from './headings';
export { Mathematics } from './Mathematics';
export { PageHeader } from './PageHeader';
export { Question } from './Question';
export { ReadinessCheck } from './ReadinessCheck';
export { Recap } from './Recap';
export { Reveal } from './Reveal';
export { Term } from './Term';
export { Value } from './Value';
