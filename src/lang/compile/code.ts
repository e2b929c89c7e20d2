// JavaScript for nodes: an expression where a node is read once, a local where it is read more often.
import { inputs } from './node';
import type { Index, Node, Offset } from './node';
import type { Identifiers } from './identifiers';

/** How tightly an expression binds: 1 sums, 2 products, 3 unary minus, 4 calls, reads and literals. */
interface Code {
  readonly text: string;
  readonly binding: 1 | 2 | 3 | 4;
}

/** Reads a node that depends on data alone: a literal or an element of a column. */
export type ReadFixed = (node: Node) => string;

/** Writes the statements of one nest of loops. `lines[0]` stand before it, `lines[k]` inside its k-th loop. */
export class CodeWriter {
  readonly lines: string[][];
  /** Statements after the inner loop of each depth. */
  readonly after: string[][];
  /** Locals that end with the loops. */
  readonly innerNames: string[] = [];
  /** Whether an array that moves is read by a letter, so that every row is its own. */
  readsByLetter = false;
  private readonly written = new Map<Node, string>();
  private readonly uses = new Map<Node, number>();

  constructor(
    private readonly letters: readonly string[],
    private readonly identifiers: Identifiers,
    private readonly readFixed: ReadFixed,
  ) {
    this.lines = [[], ...letters.map(() => [])];
    this.after = [[], ...letters.map(() => [])];
  }

  /** Counts what will be written, so that shared nodes become locals. */
  countUses(roots: readonly Node[]): void {
    for (const root of roots) this.countUse(root);
  }

  private countUse(node: Node): void {
    const before = this.uses.get(node) ?? 0;
    this.uses.set(node, before + 1);
    if (before > 0 || node.dependence === 'fixed') return;
    for (const input of inputs(node)) this.countUse(input);
  }

  /** Whether a node is read more than once. */
  shares(node: Node): boolean {
    return (this.uses.get(node) ?? 0) > 1;
  }

  depth(letters: ReadonlySet<string>): number {
    return this.letters.reduce((deepest, letter, k) => (letters.has(letter) ? k + 1 : deepest), 0);
  }

  get innermost(): number {
    return this.letters.length;
  }

  /** A name for a local; those inside loops may be used again by other statements. */
  fresh(hint: string, depth: number): string {
    const name = this.identifiers.fresh(hint);
    if (depth > 0) this.innerNames.push(name);
    return name;
  }

  /** An expression for the node, with locals written where they pay. */
  expression(node: Node): string {
    return this.code(node).text;
  }

  /** The same, safe beside `*` and `/`, or after a minus. */
  factor(node: Node): string {
    return this.bind(node, 3);
  }

  /** A name, an array read or a literal: what is cheap to repeat. */
  cheap(node: Node, hint: string): string {
    const { operation } = node;
    if (node.dependence === 'fixed') return parenthesized(this.readFixed(node));
    if (operation.kind === 'local' || operation.kind === 'knob') return this.expression(node);
    return this.asLocal(node, hint);
  }

  asLocal(node: Node, hint: string): string {
    const known = this.written.get(node);
    if (known !== undefined) return known;
    const depth = this.depth(node.letters);
    const text = node.operation.kind === 'seed' ? node.operation.slot.code : this.build(node).text;
    const name = this.fresh(node.hint ?? hint, depth);
    this.lines[depth].push(`const ${name} = ${text};`);
    this.written.set(node, name);
    return name;
  }

  /** The finished nest: what stands before it, its loops, what follows. */
  nest(loops: readonly { readonly letter: string; readonly size: number }[]): string[] {
    const inside = loops.reduceRight<string[]>(
      (body, { letter, size }, k) => [
        ...this.lines[k],
        `for (let ${letter} = 0; ${letter} < ${size}; ${letter}++) {`,
        ...body,
        '}',
        ...this.after[k],
      ],
      [...this.lines[this.innermost], ...(this.innermost === 0 ? [] : this.after[this.innermost])],
    );
    return this.innermost === 0 ? [...inside, ...this.after[0]] : inside;
  }

  private code(node: Node): Code {
    const known = this.written.get(node);
    if (known !== undefined) return { text: known, binding: 4 };
    if (node.dependence === 'fixed') return literal(this.readFixed(node));
    const shared = (this.uses.get(node) ?? 0) > 1 || this.depth(node.letters) < this.innermost;
    return shared && !isLeaf(node) ? { text: this.asLocal(node, node.hint ?? 't'), binding: 4 } : this.build(node);
  }

  private build(node: Node): Code {
    const { operation } = node;
    switch (operation.kind) {
      case 'constant':
      case 'data':
        return literal(this.readFixed(node));
      case 'local':
        return { text: operation.name, binding: 4 };
      case 'knob':
        return { text: operation.code, binding: 4 };
      case 'seed':
        return { text: `(${operation.slot.code})`, binding: 4 };
      case 'element':
        return { text: `${operation.array}[${this.offset(operation.offset)}]`, binding: 4 };
      case 'sum':
        return { text: this.writeSum(node, operation.array, operation.offset, operation.size), binding: 4 };
      case 'negate':
        return { text: `-${this.bind(operation.x, 3)}`, binding: 3 };
      case 'add':
        return { text: `${this.bind(operation.x, 1)} + ${this.bind(operation.y, 1)}`, binding: 1 };
      case 'subtract':
        return { text: `${this.bind(operation.x, 1)} - ${this.bind(operation.y, 2)}`, binding: 1 };
      case 'multiply':
        return { text: `${this.bind(operation.x, 2)} * ${this.bind(operation.y, 3)}`, binding: 2 };
      case 'divide':
        return { text: `${this.bind(operation.x, 2)} / ${this.bind(operation.y, 3)}`, binding: 2 };
      case 'power':
        return { text: `pow(${this.expression(operation.x)}, ${this.expression(operation.y)})`, binding: 4 };
      case 'unary': {
        const native = operation.name === 'sqrt' || operation.name === 'abs' || operation.name === 'sign';
        return { text: `${native ? 'Math.' : ''}${operation.name}(${this.expression(operation.x)})`, binding: 4 };
      }
    }
  }

  private bind(node: Node, atLeast: number): string {
    const { text, binding } = this.code(node);
    return binding < atLeast || (atLeast === 3 && binding === 3) ? `(${text})` : text;
  }

  private writeSum(node: Node, array: string, offset: Offset, size: number): string {
    const known = this.written.get(node);
    if (known !== undefined) return known;
    const depth = this.depth(node.letters);
    const name = this.fresh(node.hint ?? `sum_${array}`, depth);
    const k = this.fresh('k', this.innermost);
    this.lines[depth].push(
      `let ${name} = 0;`,
      `for (let ${k} = 0; ${k} < ${size}; ${k}++) ${name} += ${array}[${joinOffset(this.offset(offset), k)}];`,
    );
    this.written.set(node, name);
    return name;
  }

  /** JavaScript for an offset into an array. */
  offset(offset: Offset): string {
    let base = offset.base;
    const terms: string[] = [];
    for (const { stride, index } of offset.terms) {
      if (index.kind === 'fixed') base += stride * index.value;
      else {
        const text = this.index(index);
        if (/^\d+$/.test(text)) base += stride * Number(text);
        else terms.push(stride === 1 ? text : `${stride} * ${text}`);
      }
    }
    if (base !== 0 || terms.length === 0) terms.unshift(String(base));
    return terms.join(' + ');
  }

  private index(index: Exclude<Index, { kind: 'fixed' }>): string {
    if (index.kind === 'code') return this.code(index.node).text;
    this.readsByLetter = true;
    return index.letter;
  }
}

export function joinOffset(offset: string, k: string): string {
  return offset === '0' ? k : `${offset} + ${k}`;
}

/** Leaves are as cheap to read twice as to name; a sum is named by itself. */
function isLeaf({ operation }: Node): boolean {
  return operation.kind === 'local' || operation.kind === 'knob' || operation.kind === 'sum';
}

function literal(text: string): Code {
  return { text, binding: text.startsWith('-') ? 3 : 4 };
}

function parenthesized(text: string): string {
  return text.startsWith('-') ? `(${text})` : text;
}
