// Takes what a density computes from few of its inputs out of the loops that do not change it.
import type { CodeWriter } from './code';
import type { ModuleBuilder } from './module';
import type { Graph, Node } from './node';
import type { Rows } from './rows';

export class Hoister {
  private readonly done = new Map<string, string>();

  constructor(
    private readonly graph: Graph,
    private readonly scalars: ReadonlyMap<string, Node>,
    private readonly codes: ReadonlyMap<string, string>,
    private readonly rows: Rows,
    private readonly writer: CodeWriter,
    private readonly module: ModuleBuilder,
  ) {}

  /** See `DensityContext.hoist`. */
  readonly hoist = (given: string, reads: readonly string[]): string => {
    const code = this.replaceKnown(given);
    const before = this.done.get(code);
    if (before !== undefined) return before;
    const name = this.write(code, reads);
    this.done.set(code, name);
    return name;
  };

  private write(code: string, reads: readonly string[]): string {
    const nodes = reads.flatMap((name) => this.scalars.get(name) ?? []);
    const letters = new Set(nodes.flatMap((node) => [...node.letters]));
    if (nodes.every((node) => node.dependence === 'fixed')) {
      if (letters.size === 0) return this.module.constant(code);
      const loops = this.rows.bounds.filter(({ letter }) => letters.has(letter));
      return `${this.module.column(code, loops)}[${loops.length === 1 ? loops[0].letter : this.flat(loops)}]`;
    }
    const depth = this.writer.depth(letters);
    const name = this.writer.fresh(hintFor(code), depth);
    this.writer.lines[depth].push(`const ${name} = ${code};`);
    return name;
  }

  private flat(loops: readonly { letter: string; size: number }[]): string {
    return loops
      .map(({ letter }, k) => {
        const stride = loops.slice(k + 1).reduce((product, { size }) => product * size, 1);
        return stride === 1 ? letter : `${stride} * ${letter}`;
      })
      .join(' + ');
  }

  /** Logarithms that are at hand exactly take the place of `log(sigma)` and, for probabilities, of `log(p)`, `log1p(-p)` and `1 - p`. */
  replaceKnown(code: string): string {
    let text = code;
    for (const [name, js] of this.codes) {
      const node = this.scalars.get(name);
      if (node === undefined || !text.includes(js)) continue;
      const logarithm = `log(${js})`;
      const complement = `log1p(-${js})`;
      const known = this.graph.knownLog(node);
      const odds = this.graph.knownLogit(node);
      if (known !== null && text.includes(logarithm))
        text = replaceCall(text, logarithm, this.writer.cheap(known, `log_${name}`));
      if (odds === null) continue;
      const rest = `(1 - ${js})`;
      if (text.includes(rest)) {
        const complement = this.graph.unary('invLogit', this.graph.negate(odds));
        text = text.replaceAll(rest, this.writer.cheap(complement, `not_${name}`));
      }
      if (text.includes(logarithm))
        text = replaceCall(text, logarithm, `-log1pExp(-${this.writer.cheap(odds, `logit_${name}`)})`);
      if (text.includes(complement))
        text = replaceCall(text, complement, `-log1pExp(${this.writer.cheap(odds, `logit_${name}`)})`);
    }
    return text;
  }
}

/** Replaces whole calls only; alone it needs no parentheses. */
function replaceCall(text: string, call: string, by: string): string {
  if (text === call) return by;
  let result = '';
  let from = 0;
  for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, from)) {
    const inside = at > 0 && /[\w.]/.test(text[at - 1]);
    result += text.slice(from, at) + (inside ? call : /^-/.test(by) ? `(${by})` : by);
    from = at + call.length;
  }
  return result + text.slice(from);
}

function hintFor(code: string): string {
  const log = /^log\((\w+)\)$/.exec(code);
  if (log !== null) return `log_${log[1]}`;
  return /^1 \/ (\w+)$/.test(code) ? `inverse_${code.slice(4)}` : 'c';
}
