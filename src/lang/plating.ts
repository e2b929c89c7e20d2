// Which axes have the same length: a union-find over the axes of names, the letters of statements and the levels of index columns.

/** An axis of a name, a letter of a statement, or what the values of an index column point into. */
export type Slot = string;

export const axisSlot = (name: string, axis: number): Slot => `axis ${name} ${axis}`;
export const letterSlot = (statement: number, letter: string): Slot => `letter ${statement} ${letter}`;
export const levelSlot = (name: string): Slot => `levels ${name}`;

export class Plating {
  private readonly parents = new Map<Slot, Slot>();

  root(slot: Slot): Slot {
    let at = slot;
    for (let up = this.parents.get(at); up !== undefined && up !== at; up = this.parents.get(at)) at = up;
    if (!this.parents.has(at)) this.parents.set(at, at);
    return at;
  }

  join(a: Slot, b: Slot): void {
    const rootA = this.root(a);
    const rootB = this.root(b);
    // The older slot stays the root, so that plates keep the order of the text.
    if (rootA !== rootB) this.parents.set(rootB, rootA);
  }

  same(a: Slot, b: Slot): boolean {
    return this.root(a) === this.root(b);
  }

  has(slot: Slot): boolean {
    return this.parents.has(slot);
  }
}
