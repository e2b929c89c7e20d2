// Sums of logarithms over rows as logarithms of products: one logarithm a call in place of one a row.
import type { CodeWriter } from './code';
import type { ModuleBuilder } from './module';
import type { Node } from './node';
import type { Rows } from './rows';

/** A product is at most this; the last factor may be up to 1e100. */
const full = '1e200';
const largestExponent = 1000;
/** Rows that a product should have, for its logarithm to be worth it. */
const rowsWorthALog = 4;

/** See `DensityContext.product`. */
export class LogProducts {
  /** What a row adds to its product, after the statements that compute the factor. */
  readonly lines: string[] = [];

  constructor(
    private readonly scalars: ReadonlyMap<string, Node>,
    private readonly rows: Rows,
    private readonly writer: CodeWriter,
    private readonly module: ModuleBuilder,
  ) {}

  readonly multiply = (factor: string, times: string | null, largest: number): boolean => {
    const { rows } = this;
    if (rows.loops.length !== 1) return false;
    const node = times === null ? null : this.scalars.get(times);
    if (node === undefined || (node !== null && node.dependence !== 'fixed')) return false;
    const powers = rows.multiplicities(node);
    const distinct = [...new Set(powers)];
    // Whether the product of all rows stays a double: log2(largest) from above, as whole doublings.
    let doublings = 0;
    for (let bound = 1; bound < largest; bound *= 2) doublings++;
    const bounded = powers.length * doublings <= largestExponent;
    if (distinct.length === 1) this.one(factor, distinct[0], bounded);
    else if (bounded && distinct.length * rowsWorthALog <= powers.length) this.several(factor, distinct, powers);
    else return false;
    return true;
  };

  private one(factor: string, power: number, bounded: boolean): void {
    const product = this.writer.fresh('product', 0);
    const times = power === 1 ? '' : `${power} * `;
    this.writer.lines[0].push(`let ${product} = 1;`);
    this.lines.push(`${product} *= ${factor};`);
    if (!bounded)
      this.lines.push(`if (${product} > ${full}) {`, `lp -= ${times}log(${product});`, `${product} = 1;`, '}');
    this.writer.after[0].push(`lp -= ${times}log(${product});`);
  }

  /** One product for each power. */
  private several(factor: string, distinct: readonly number[], powers: Float64Array): void {
    const { module, rows, writer } = this;
    const product = module.array('product', distinct.length);
    const place = module.dataArray(`places of ${product}`, 'place', () =>
      Int32Array.from(powers, (power) => distinct.indexOf(power)),
    );
    const power = module.dataArray(`powers of ${product}`, 'power', () => Float64Array.from(distinct));
    const k = writer.fresh('k', writer.innermost);
    writer.lines[0].push(`${product}.fill(1);`);
    this.lines.push(`${product}[${place}[${rows.names[0]}]] *= ${factor};`);
    writer.after[0].push(
      `for (let ${k} = 0; ${k} < ${distinct.length}; ${k}++) lp -= ${power}[${k}] * log(${product}[${k}]);`,
    );
  }
}
