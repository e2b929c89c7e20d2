// Numbers as the page shows them, for widgets.
export { formatCount, formatFixed, formatPercent } from '../stats/format';
