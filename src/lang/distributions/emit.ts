// Pieces that emitted densities share.
import type { DensityCode, DensityContext } from '../distribution';

/** log(2 pi) / 2. */
export const HALF_LOG_TWO_PI = '0.9189385332046728';

/** Gathers statements and the partial derivatives that are wanted. */
export class DensityWriter {
  private readonly statements: string[] = [];
  private readonly partials: Record<string, string> = {};

  constructor(readonly context: DensityContext) {}

  /** JavaScript for a scalar argument. */
  argument(name: string): string {
    return this.context.arguments[name];
  }

  /** A local that holds `code`. */
  let(hint: string, code: string): string {
    const name = this.context.local(hint);
    this.statements.push(`const ${name} = ${code};`);
    return name;
  }

  /** A local that later statements assign. */
  variable(hint: string, code: string): string {
    const name = this.context.local(hint);
    this.statements.push(`let ${name} = ${code};`);
    return name;
  }

  add(...statements: readonly string[]): void {
    this.statements.push(...statements.filter((statement) => statement !== ''));
  }

  /** The derivative for `name`, worked out only where it is wanted: `code` may write statements. */
  partial(name: string, code: () => string): void {
    if (this.context.needs(name)) this.partials[name] = code();
  }

  done(value: string): DensityCode {
    return { statements: this.statements, value, partials: this.partials };
  }
}
