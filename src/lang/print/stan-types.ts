// Declarations in Stan: sizes, types and bounds of names.
import type { Constraint, Model, ModelSymbol } from '../model';
import type { Expression } from '../tree';
import type { Identifiers } from './identifiers';
import { feedsDomain, isDraw, levelOutcomes, outcomeOn } from './usage';
import type { Draw } from './usage';

export function dimensionsOf(model: Model, name: string): number {
  return model.symbols.get(name)?.plates.length ?? 0;
}

/** The sizes of the plates, as Stan expressions, and the declarations that the data block starts with. */
export class StanSizes {
  readonly declarations: string[] = [];
  private readonly expressions = new Map<number, string>();
  private readonly levels = new Map<string, string>();

  constructor(
    private readonly model: Model,
    identifiers: Identifiers,
  ) {
    const outcomes = levelOutcomes(model);
    const several = model.plates.filter((plate) => plate.rows).length > 1;
    const alone = new Set(outcomes.values()).size === 1;
    for (const plate of model.plates) {
      const outcome = outcomes.get(plate.id);
      if (outcome !== undefined) {
        const size = this.levels.get(outcome) ?? identifiers.fresh(alone ? 'K' : `K_${identifiers.of(outcome)}`);
        if (!this.levels.has(outcome)) this.declare(size, 2, `levels of ${outcome}`);
        this.levels.set(outcome, size);
        this.expressions.set(plate.id, `${size} - 1`);
        continue;
      }
      const suffix =
        plate.indexedBy.length > 0 ? identifiers.of(plate.indexedBy[0]) : (outcomeOn(model, plate) ?? plate.letter);
      const size = identifiers.fresh(plate.rows && !several ? 'N' : `N_${suffix}`);
      const meaning =
        plate.indexedBy.length > 0
          ? `levels of ${plate.indexedBy.join(', ')}`
          : plate.rows
            ? 'rows'
            : `length along ${plate.letter}`;
      this.declare(size, 1, meaning);
      this.expressions.set(plate.id, size);
    }
  }

  private declare(size: string, least: number, meaning: string): void {
    this.declarations.push(`int<lower=${least}> ${size}; // ${meaning}`);
  }

  of(plate: number): string {
    const size = this.expressions.get(plate);
    if (size === undefined) throw new Error(`plate ${plate} has no size`);
    return size;
  }

  /** The number of levels of a categorical outcome. */
  levelsOf(outcome: string): string | undefined {
    const plate = [...levelOutcomes(this.model)].find(([, name]) => name === outcome)?.[0];
    if (plate !== undefined) return this.levels.get(outcome);
    // Its vector is shared with another outcome.
    const [first] = this.levels.values();
    return first;
  }
}

/** `array[N] int<lower=0> S`, `vector[N] X`, `matrix[J, K] m`, `real x`. */
export function declare(
  kind: 'whole' | 'number' | 'ordered',
  bounds: string,
  sizes: readonly string[],
  name: string,
): string {
  const text = bounds === '' ? '' : `<${bounds}>`;
  if (kind === 'whole') return `${sizes.length === 0 ? '' : `array[${sizes.join(', ')}] `}int${text} ${name}`;
  const type = kind === 'ordered' ? 'ordered' : 'vector';
  if (sizes.length === 0) return `real${text} ${name}`;
  if (sizes.length === 1) return `${type}${text}[${sizes[0]}] ${name}`;
  if (sizes.length === 2 && kind === 'number') return `matrix${text}[${sizes.join(', ')}] ${name}`;
  return `array[${sizes.slice(0, -1).join(', ')}] ${type}${text}[${sizes.at(-1)}] ${name}`;
}

/** What the values of a data name must satisfy. */
export function dataBounds(model: Model, symbol: ModelSymbol, sizes: StanSizes, whole: ReadonlySet<string>): string {
  if ((symbol.role === 'data' || symbol.role === 'observed') && symbol.indexes !== null) {
    return `lower=1, upper=${sizes.of(symbol.indexes)}`;
  }
  const drawn = model.statements.filter(isDraw).find((statement) => statement.name === symbol.name);
  if (drawn !== undefined) return outcomeBounds(drawn, sizes);
  if (whole.has(symbol.name)) return 'lower=0';
  if (feedsDomain(model, symbol.name, 'unit')) return 'lower=0, upper=1';
  return feedsDomain(model, symbol.name, 'positive') ? 'lower=0' : '';
}

function outcomeBounds({ distribution, name }: Draw, sizes: StanSizes): string {
  switch (distribution.support.kind) {
    case 'real':
    case 'interval':
      return '';
    case 'positive':
    case 'count':
    case 'upTo':
      return 'lower=0';
    case 'unit':
    case 'binary':
      return 'lower=0, upper=1';
    case 'category':
      return `lower=1, upper=${sizes.levelsOf(name) ?? ''}`;
  }
}

export function parameterBounds(constraint: Constraint, print: (bound: Expression) => string): string {
  switch (constraint.kind) {
    case 'real':
    case 'ordered':
      return '';
    case 'positive':
      return 'lower=0';
    case 'unit':
      return 'lower=0, upper=1';
    case 'interval':
      return `lower=${print(constraint.lower)}, upper=${print(constraint.upper)}`;
  }
}
