// Runs a distribution's density on its own: emitted code through a tiny function, notation through dual numbers.
import { densityFunctions } from '../../../src/lang/distributions/functions';
import type { Density, Distribution } from '../../../src/lang/distribution';
import { readProgram } from '../../../src/lang/parser';
import type { Expression } from '../../../src/lang/tree';

export interface Evaluation {
  readonly value: number;
  /** By argument name, `x` for the outcome; a vector's has one entry an element. */
  readonly partials: Readonly<Record<string, number | readonly number[]>>;
}

/** `at` is x, then the arguments; a vector argument comes last and takes all that is left. */
export function evaluate(distribution: Distribution, density: Density, at: readonly number[]): Evaluation {
  return density.kind === 'code'
    ? runCode(distribution, density.emit, at)
    : runNotation(distribution, density.text, at);
}

type Emit = Extract<Density, { kind: 'code' }>['emit'];

function runCode(distribution: Distribution, emit: Emit, at: readonly number[]): Evaluation {
  const OFFSET = 2;
  const WEIGHT = 3;
  const scalars: Record<string, string> = {};
  const vectors: Record<string, { values: string; adjoints: string; offset: string; size: string }> = {};
  const values = new Float64Array(OFFSET + at.length);
  const adjoints = new Float64Array(OFFSET + at.length);
  let vectorName = '';
  let size = 0;
  distribution.arguments.forEach((argument, k) => {
    if (argument.domain === 'cutpoints' || argument.domain === 'logits') {
      vectorName = argument.name;
      size = at.length - 1 - k;
      values.set(at.slice(1 + k), OFFSET);
      vectors[argument.name] = { values: 'values', adjoints: 'adjoints', offset: `${OFFSET}`, size: `${size}` };
    } else {
      scalars[argument.name] = `in_${argument.name}`;
    }
  });
  let locals = 0;
  const hoisted: string[] = [];
  const code = emit({
    x: 'in_x',
    arguments: scalars,
    vectors,
    weight: `${WEIGHT}`,
    local: (hint) => `${hint}_${locals++}`,
    hoist: (text) => {
      const name = `hoisted_${locals++}`;
      hoisted.push(`const ${name} = ${text};`);
      return name;
    },
    constant: (text) => `${text((name) => (name === 'x' ? 'in_x' : scalars[name]))} + `,
    spread: () => '0',
    product: () => false,
    total: () => null,
    needs: () => true,
  });
  const entries = Object.entries(code.partials).map(([name, text]) => `${JSON.stringify(name)}: ${text}`);
  const body = `const { ${Object.keys(densityFunctions).join(', ')} } = functions;
    return (values, adjoints, in_x, ${Object.values(scalars).join(', ')}) => {
      ${[...hoisted, ...code.statements].join('\n')}
      return { value: ${code.value}, partials: { ${entries.join(', ')} } };
    };`;
  const run: unknown = new Function('functions', body)(densityFunctions);
  if (typeof run !== 'function') throw new Error('not a function');
  const result: Evaluation = run(values, adjoints, ...at.slice(0, 1 + Object.keys(scalars).length));
  if (vectorName === '') return result;
  const slopes = Array.from(adjoints.subarray(OFFSET, OFFSET + size), (slope) => slope / WEIGHT);
  return { value: result.value, partials: { ...result.partials, [vectorName]: slopes } };
}

/** A value with its derivative. */
type Dual = readonly [number, number];

function runNotation(distribution: Distribution, text: string, at: readonly number[]): Evaluation {
  const { program } = readProgram(`value = ${text}`);
  const statement = program.statements[0];
  if (statement.kind !== 'define') throw new Error(`not an expression: ${text}`);
  const names = ['x', ...distribution.arguments.map((argument) => argument.name)];
  const along = (name: string): Dual =>
    dual(statement.value, (other) => [at[names.indexOf(other)], other === name ? 1 : 0]);
  return { value: along('x')[0], partials: Object.fromEntries(names.map((name) => [name, along(name)[1]])) };
}

function dual(expression: Expression, read: (name: string) => Dual): Dual {
  switch (expression.kind) {
    case 'number':
      return [expression.value, 0];
    case 'reference':
      return read(expression.name);
    case 'negate': {
      const [a, da] = dual(expression.operand, read);
      return [-a, -da];
    }
    case 'binary':
      return combine(expression.operator, dual(expression.left, read), dual(expression.right, read));
    case 'call':
      return call(expression.name, dual(expression.arguments[0], read));
  }
}

function combine(operator: string, [a, da]: Dual, [b, db]: Dual): Dual {
  switch (operator) {
    case '+':
      return [a + b, da + db];
    case '-':
      return [a - b, da - db];
    case '*':
      return [a * b, da * b + a * db];
    case '/':
      return [a / b, (da - (a / b) * db) / b];
    default:
      throw new Error(`no derivative of ${operator}`);
  }
}

function call(name: string, [a, da]: Dual): Dual {
  switch (name) {
    case 'log':
      return [densityFunctions.log(a), da / a];
    case 'log1p':
      return [densityFunctions.log1p(a), da / (1 + a)];
    case 'square':
      return [a * a, 2 * a * da];
    case 'abs':
      return [Math.abs(a), Math.sign(a) * da];
    case 'lgamma':
      return [densityFunctions.lgamma(a), densityFunctions.digamma(a) * da];
    default:
      throw new Error(`no derivative of ${name}`);
  }
}
