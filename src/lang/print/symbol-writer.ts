// Writes the names of a model in LaTeX, with their subscripts, marks and values.
import type { Model, ModelStatement, ModelSymbol } from '../model';
import { numberLatex } from './number-latex';
import { withSubscript } from './subscript';

export interface LatexOptions {
  /**
   * Wraps each symbol in `\htmlData{symbol=alpha_bar, role=parameter}{…}` (KaTeX, with `trust` for it), so that a page finds it as
   * `[data-symbol="alpha_bar"]`. The subscript belongs to its symbol; an index column in it is a symbol of its own.
   */
  readonly mark?: boolean;
  /** Knobs to print as numbers, by name; still marked with their symbol. */
  readonly values?: ReadonlyMap<string, number>;
}

export class SymbolWriter {
  constructor(
    private readonly model: Model,
    private readonly options: LatexOptions,
  ) {}

  target(statement: ModelStatement): string {
    return this.symbol(statement.name, statement.letters.join(','));
  }

  /** A name with its subscript ('' for none); a letter of a plate is itself. */
  symbol(name: string, subscript: string): string {
    const symbol = this.model.symbols.get(name);
    if (symbol === undefined) return name;
    const value = symbol.role === 'knob' ? this.options.values?.get(name) : undefined;
    const bare = value === undefined ? symbol.latex : numberLatex(value);
    return this.marked(symbol, subscript === '' ? bare : withSubscript(bare, subscript));
  }

  /** A column in index position keeps the brackets of the text: T[i]. */
  indexColumn(name: string, index: string): string {
    const symbol = this.model.symbols.get(name);
    return symbol === undefined ? name : this.marked(symbol, `${symbol.latex}[${index}]`);
  }

  /** The letter that runs over a vector's last axis, for a sum over it. */
  letterOf(name: string): string {
    const plate = this.model.symbols.get(name)?.plates.at(-1);
    return plate === undefined ? 'j' : this.model.plates[plate].letter;
  }

  private marked(symbol: ModelSymbol, latex: string): string {
    return this.options.mark === true ? `\\htmlData{symbol=${symbol.name}, role=${symbol.role}}{${latex}}` : latex;
  }
}
