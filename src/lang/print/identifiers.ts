// Names of a model as identifiers of a programming language, each one taken once.
import { spelled } from '../names';
import type { Model } from '../model';

export class Identifiers {
  private readonly taken: Set<string>;
  private readonly names = new Map<string, string>();
  private readonly letters = new Map<string, string>();

  constructor(model: Model, reserved: Iterable<string>) {
    this.taken = new Set(reserved);
    for (const name of model.symbols.keys()) this.names.set(name, this.fresh(spelled(name)));
    for (const letter of model.statements.flatMap((statement) => statement.letters)) {
      if (!this.letters.has(letter)) this.letters.set(letter, this.fresh(spelled(letter)));
    }
  }

  /** The identifier of a symbol. */
  of(name: string): string {
    const identifier = this.names.get(name);
    if (identifier === undefined) throw new Error(`${name} is not a name of this model`);
    return identifier;
  }

  /** The loop variable of a plate's letter, which may be spelled like a symbol: `alpha[T] ~ …` with a column T. */
  letter(name: string): string {
    const identifier = this.letters.get(name);
    if (identifier === undefined) throw new Error(`${name} is not a letter of this model`);
    return identifier;
  }

  /** An identifier not yet in use, like the one wished for. */
  fresh(wish: string): string {
    let identifier = wish;
    for (let attempt = 1; this.taken.has(identifier); attempt++) {
      identifier = attempt === 1 && !wish.endsWith('_') ? `${wish}_` : `${wish}_${attempt}`;
    }
    this.taken.add(identifier);
    return identifier;
  }
}
