// Terms of a density that depend on the data alone: one number, added up when the module starts.
import type { ModuleBuilder } from './module';
import type { CodeWriter } from './code';
import type { Node } from './node';
import type { Rows } from './rows';

/** See `DensityContext.constant`. */
export class ConstantTerms {
  constructor(
    private readonly scalars: ReadonlyMap<string, Node>,
    private readonly rows: Rows,
    private readonly writer: CodeWriter,
    private readonly module: ModuleBuilder,
  ) {}

  /** Whether the term was added up. */
  add(code: (read: (name: string) => string) => string, reads: readonly string[]): boolean {
    const { rows, writer, module } = this;
    const nodes = reads.flatMap((name) => this.scalars.get(name) ?? []);
    if (rows.loops.length !== 1 || nodes.some(({ dependence }) => dependence !== 'fixed')) return false;
    const byName = (name: string): string => {
      const node = this.scalars.get(name);
      if (node === undefined) throw new Error(`no argument ${name}`);
      return rows.readEvery(node);
    };
    writer.lines[0].push(`lp += ${module.total(code(byName), rows.loops[0])};`);
    return true;
  }
}
