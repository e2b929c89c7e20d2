// Names for the locals of generated code: readable, unique, never a word of JavaScript.

const reserved = new Set(
  `abstract arguments await boolean break byte case catch char class const continue debugger default delete do double else enum eval
  export extends false final finally float for function goto if implements import in instanceof int interface let long native new
  null package private protected public return short static super switch synchronized this throw throws transient true try typeof
  undefined var void volatile while with yield Infinity NaN Math Float64Array Int32Array Object Number Array q g lp out values math
  data knobs draws random exp expm1 log log1p logit invLogit log1pExp log1mExp lgamma digamma lbeta lchoose logRising digammaRise pow
  logDensity constrain unconstrain deterministics prior predict`.split(/\s+/),
);

export class Identifiers {
  private taken = new Set<string>();
  /** Names of the whole module, which no function may shadow. */
  private readonly lasting = new Set<string>();

  /** The hint itself where it is free, else with a number. */
  fresh(hint: string): string {
    const base = hint.replace(/[^A-Za-z\u0370-\u03FF0-9_]+/g, '_').replace(/^(?=\d)|^$/, 't');
    let name = base;
    for (let k = 2; this.taken.has(name) || reserved.has(name); k++) name = `${base}_${k}`;
    this.taken.add(name);
    return name;
  }

  /** A name of the module's own. */
  freshLasting(hint: string): string {
    const name = this.fresh(hint);
    this.lasting.add(name);
    return name;
  }

  /** Forgets the locals of a finished function. */
  endFunction(): void {
    this.taken = new Set(this.lasting);
  }

  release(names: Iterable<string>): void {
    for (const name of names) this.taken.delete(name);
  }

  /** Runs a rehearsal whose names are forgotten. */
  rehearse<T>(run: () => T): T {
    const before = new Set(this.taken);
    const lasting = new Set(this.lasting);
    const result = run();
    this.taken = before;
    for (const name of this.lasting) if (!lasting.has(name)) this.lasting.delete(name);
    return result;
  }
}
