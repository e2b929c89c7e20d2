// The loop of one density: which rows it runs over, in which order, and what stands outside of it.
import type { ModelStatement } from '../model';
import type { Expression } from '../tree';
import { sumOfTerms } from './additive-terms';
import { CodeWriter } from './code';
import { everyRow, lowerParts, writeAdjoints, writeDensity } from './density';
import type { DensityStatement, Purpose, RowForm } from './density';
import { differentiate } from './differentiate';
import { groupRows } from './grouped-rows';
import type { Grouping } from './grouped-rows';
import type { Environment } from './lower';
import type { ModuleBuilder } from './module';
import type { Pass } from './passes';
import { poolRows } from './pooled-rows';
import type { Pool } from './pooled-rows';
import { Rows } from './rows';
import type { Cells } from './rows';

type Draw = Extract<ModelStatement, { kind: 'draw' }>;

/** Writes a density over rows, or over cells where they repeat or can be pooled; a log-likelihood keeps its rows. */
export function writeRows(
  statement: Draw,
  environment: Environment,
  module: ModuleBuilder,
  purpose: Purpose,
): { rows: Rows; lines: string[] } {
  return new RowLoop(statement, environment, module, purpose).write();
}

class RowLoop {
  private readonly density: DensityStatement;

  constructor(
    private readonly statement: Draw,
    private readonly environment: Environment,
    private readonly module: ModuleBuilder,
    private readonly purpose: Purpose,
  ) {
    const { distribution } = statement;
    this.density = { distribution, outcome: ownReference(statement), arguments: statement.arguments };
  }

  write(): { rows: Rows; lines: string[] } {
    const { module, purpose, environment } = this;
    const weighted = this.applies('weighted rows') ? this.weightedCells() : null;
    const pool = this.pool(weighted);
    const cells = pool?.cells ?? weighted;
    const grouping = this.grouping(cells);
    const form = { ...everyRow, pooled: pool?.density ?? null };
    if (grouping !== null) return this.writeGroups(grouping, form);
    const rows = this.rows(cells);
    const writer = writeDensity(this.density, environment, rows, module, purpose, form);
    module.identifiers.release([...writer.innerNames, ...rows.names]);
    return { rows, lines: writer.nest(rows.bounds) };
  }

  private rows(cells: Cells | null): Rows {
    return new Rows(this.statement, this.environment.bound, this.module, cells);
  }

  private applies(pass: Pass): boolean {
    const { purpose } = this;
    return purpose.kind === 'gradient' ? purpose.passes.has(pass) : pass === 'weighted rows';
  }

  /** A rehearsal finds out what the density reads. */
  private weightedCells(): Cells | null {
    const { module } = this;
    return module.rehearse(() => {
      const rows = this.rows(null);
      const writer = writeDensity(this.density, this.environment, rows, module, this.purpose);
      return writer.readsByLetter ? null : rows.collapse();
    });
  }

  private pool(weighted: Cells | null): Pool | null {
    if (!this.applies('pooled rows')) return null;
    return this.module.rehearse(() => {
      const rows = this.rows(null);
      const otherwise = weighted?.first.length ?? rows.loops[0]?.size ?? 1;
      return poolRows(lowerParts(this.density, this.environment, rows), rows, otherwise, this.module);
    });
  }

  private grouping(cells: Cells | null): Grouping | null {
    if (!this.applies('grouped rows')) return null;
    return this.module.rehearse(() => {
      const rows = this.rows(cells);
      return groupRows(lowerParts(this.density, this.environment, rows), rows, this.module);
    });
  }

  /** A loop over groups around one over the rows of each. */
  private writeGroups({ rows: cells, groups, start, terms }: Grouping, form: RowForm): { rows: Rows; lines: string[] } {
    const { environment, module } = this;
    const outer = this.rows(groups);
    const [group] = outer.names;
    const { graph, scalars } = lowerParts(this.density, environment, outer);
    const writer = new CodeWriter(outer.names, module.identifiers, outer.read);
    const outside = new Map(
      [...terms].map(([argument, numbers]) => {
        const name = writer.fresh(`${argument}_of_group`, writer.innermost);
        const adjoint = writer.fresh(`d_${name}`, writer.innermost);
        const sum = sumOfTerms(graph, scalars.get(argument) ?? graph.constant(0), numbers);
        return [argument, { terms: numbers, name, adjoint, sum }];
      }),
    );
    const outputs = [...outside.values()].map(({ sum, adjoint }) => ({
      output: sum,
      seed: graph.seed({ code: adjoint }, new Set([group])),
    }));
    const adjoints = differentiate(graph, outputs);
    writer.countUses([...outputs.map(({ output }) => output), ...adjoints.map(({ value }) => value)]);
    const body = writer.lines[writer.innermost];
    for (const { name, adjoint, sum } of outside.values()) {
      const code = writer.expression(sum);
      body.push(`const ${name} = ${code};`, `let ${adjoint} = 0;`);
    }
    const rows = this.rows(cells);
    const inner = writeDensity(this.density, environment, rows, module, this.purpose, { ...form, outside });
    const [row] = rows.names;
    const from = module.dataArray(`start of ${groups.of}`, 'start', () => start);
    body.push(
      `for (let ${row} = ${from}[${group}]; ${row} < ${from}[${group} + 1]; ${row}++) {`,
      ...inner.lines[1],
      '}',
      ...inner.after[1],
    );
    writeAdjoints(writer, adjoints);
    writer.lines[0].push(...inner.lines[0]);
    writer.after[0].push(...inner.after[0]);
    module.identifiers.release([...writer.innerNames, ...outer.names, ...inner.innerNames, ...rows.names]);
    return { rows, lines: writer.nest(outer.bounds) };
  }
}

function ownReference(statement: ModelStatement): Expression {
  const { span } = statement;
  const indices = statement.letters.map((name): Expression => ({ kind: 'reference', name, indices: [], span }));
  return { kind: 'reference', name: statement.name, indices, span };
}
