// Numbers as the page shows them, for widgets.
export { formatCount, formatFixed, formatPercent, formatSignificant } from '../stats/format';
