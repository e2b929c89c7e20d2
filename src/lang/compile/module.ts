// The generated module as it grows: data arrays, working arrays, what is computed once, and functions.
import { Identifiers } from './identifiers';

export type DataArray = Float64Array | Int32Array;

export class ModuleBuilder {
  readonly identifiers = new Identifiers();
  readonly data = new Map<string, DataArray>();
  /** Names of random draws that the module calls, by distribution. */
  readonly draws = new Map<string, string>();
  private arrays: string[] = [];
  private setup: string[] = [];
  private readonly functions: string[] = [];
  private known = new Map<string, string>();
  /** What was worked out from the data while compiling, by key: values over loops, and distinct values by number. */
  readonly evaluated = new Map<string, Float64Array>();
  readonly numbered = new Map<string, Int32Array>();

  /** The name of a data array, made once for each key. */
  dataArray(key: string, hint: string, make: () => DataArray): string {
    return this.once(`data ${key}`, () => {
      const name = this.identifiers.freshLasting(hint);
      this.data.set(name, make());
      return name;
    });
  }

  /** A name for a function of the module. */
  name(hint: string): string {
    return this.identifiers.freshLasting(hint);
  }

  /** A working array that the module keeps from call to call. */
  array(hint: string, size: number): string {
    const name = this.identifiers.freshLasting(hint);
    this.arrays.push(`const ${name} = new Float64Array(${size});`);
    return name;
  }

  /** A number computed once, when the module starts. */
  constant(code: string): string {
    return this.once(`constant ${code}`, () => {
      const name = this.identifiers.freshLasting('c');
      this.setup.push(`const ${name} = ${code};`);
      return name;
    });
  }

  /** An array computed once, element by element over nested letters. */
  column(code: string, loops: readonly { readonly letter: string; readonly size: number }[]): string {
    const key = `column ${code} ${loops.map(({ letter, size }) => `${letter}<${size}`).join(' ')}`;
    return this.once(key, () => {
      const name = this.identifiers.freshLasting('c');
      const total = loops.reduce((product, { size }) => product * size, 1);
      this.setup.push(`const ${name} = new Float64Array(${total});`);
      const heads = loops.map(({ letter, size }) => `for (let ${letter} = 0; ${letter} < ${size}; ${letter}++)`);
      this.setup.push(`${heads.join(' ')} ${name}[${flatIndex(loops)}] = ${code};`);
      return name;
    });
  }

  /** A number computed once, summed over a letter. */
  total(code: string, { letter, size }: { readonly letter: string; readonly size: number }): string {
    return this.once(`total ${code} ${size}`, () => {
      const name = this.identifiers.freshLasting('c');
      this.setup.push(
        `let ${name} = 0;`,
        `for (let ${letter} = 0; ${letter} < ${size}; ${letter}++) ${name} += ${code};`,
      );
      return name;
    });
  }

  draw(distribution: string): string {
    const known = this.draws.get(distribution);
    if (known !== undefined) return known;
    const name = this.identifiers.freshLasting(`draw${distribution}`);
    this.draws.set(distribution, name);
    return name;
  }

  /** Runs a rehearsal that leaves nothing behind in the module. */
  rehearse<T>(run: () => T): T {
    const { arrays, setup, known } = this;
    const data = new Set(this.data.keys());
    this.arrays = [...arrays];
    this.setup = [...setup];
    this.known = new Map(known);
    const result = this.identifiers.rehearse(run);
    for (const name of this.data.keys()) if (!data.has(name)) this.data.delete(name);
    this.arrays = arrays;
    this.setup = setup;
    this.known = known;
    return result;
  }

  addFunction(lines: readonly string[]): void {
    this.functions.push(indent(lines.map(tidy)).join('\n'));
    this.identifiers.endFunction();
  }

  /** `scope` are the names of mathematical functions that the module may call. */
  text(exported: readonly string[], scope: readonly string[]): string {
    const body = [this.arrays, this.setup].flatMap((lines) => (lines.length === 0 ? [] : [indent(lines).join('\n')]));
    const all = [...body, ...this.functions].join('\n\n');
    const used = scope.filter((name) => new RegExp(`(?<![\\w.])${name}\\(`).test(all));
    const heads = [
      unpack('math', used),
      unpack('data', [...this.data.keys()]),
      unpack('draws', [...this.draws.values()]),
    ].filter((line) => line !== '');
    return (
      [...(heads.length === 0 ? [] : [heads.join('\n')]), all, `return { ${exported.join(', ')} };`].join('\n\n') + '\n'
    );
  }

  private once(key: string, make: () => string): string {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const name = make();
    this.known.set(key, name);
    return name;
  }
}

export function flatIndex(loops: readonly { readonly letter: string; readonly size: number }[]): string {
  if (loops.length === 0) return '0';
  return loops
    .map(({ letter }, k) => {
      const stride = loops.slice(k + 1).reduce((product, { size }) => product * size, 1);
      return stride === 1 ? letter : `${stride} * ${letter}`;
    })
    .join(' + ');
}

function unpack(object: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `const { ${names.join(', ')} } = ${object};`;
}

/** Drops what the general case needs and this one does not: `x - 0`, `0 + k`, a sum of a negative. */
function tidy(line: string): string {
  return line
    .replace(/\((\w+(?:\[[\w\s+*]*\])?) - 0\)/g, '$1')
    .replace(/(= |\[)0 \+ (?=\w)/g, '$1')
    .replace(/\+= -(\w+(?:\[[\w\s+*]*\])?);/, '-= $1;')
    .replace(/\+= 1 \* /, '+= ')
    .replace(/\+= \(-(\w+)\);/, '-= $1;')
    .replace(/ \* \((\w+)\)(?=;|$)/, ' * $1');
}

/** Two spaces for every open brace. */
export function indent(lines: readonly string[]): string[] {
  let depth = 0;
  return lines.map((line) => {
    const text = line.trim();
    if (text.startsWith('}')) depth--;
    const indented = text === '' ? '' : '  '.repeat(depth) + text;
    const opens = text.split('{').length - text.split('}').length;
    depth += text.startsWith('}') ? opens + 1 : opens;
    return indented;
  });
}
