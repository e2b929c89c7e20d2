// Sums over the rows of a statement, and what a density makes of them once, after its loop.
import type { DensityCode } from '../distribution';
import type { CodeWriter } from './code';
import type { Node } from './node';
import type { Rows } from './rows';

/** See `DensityContext.total`. */
export class RowTotals {
  /** What a row adds, after the statements that compute it. */
  readonly lines: string[] = [];

  constructor(
    private readonly scalars: ReadonlyMap<string, Node>,
    private readonly rows: Rows,
    private readonly weight: string,
    private readonly writer: CodeWriter,
  ) {}

  readonly total = (hint: string, code: string, reads: readonly string[]): { name: string; rows: string } | null => {
    const { rows, weight, writer } = this;
    const nodes = reads.flatMap((name) => this.scalars.get(name) ?? []);
    if (rows.loops.length === 0 || !nodes.every(standsStill)) return null;
    const name = writer.fresh(hint, 0);
    writer.lines[0].push(`let ${name} = 0;`);
    this.lines.push(`${name} += ${weight === '1' ? '' : `${weight} * `}${code};`);
    return { name, rows: String(rows.loops.reduce((product, { size }) => product * size, 1)) };
  };

  /** Writes what follows the loop. */
  finish(after: NonNullable<DensityCode['after']>): void {
    const lines = [`lp += ${after.value};`];
    for (const [name, code] of Object.entries(after.partials)) {
      const operation = this.scalars.get(name)?.operation;
      if (operation?.kind === 'local' && operation.adjoint !== null) lines.push(`${operation.adjoint} += ${code};`);
    }
    this.writer.after[0].push(...lines);
  }
}

/** Whether a node is the same for all rows, and its derivative has a place of its own. */
function standsStill({ letters, dependence, operation }: Node): boolean {
  return letters.size === 0 && (dependence !== 'free' || operation.kind === 'local');
}
