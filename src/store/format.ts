// Numbers as the page shows them, for widgets.
export { formatCount, formatEstimate, formatFixed, formatPercent, formatSignificant } from '../stats/format';
