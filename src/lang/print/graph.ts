// A model as a directed graph: what a figure of it needs.
import type { Model, Role } from '../model';
import type { Link } from '../tree';
import { namesIn, rightSide, visit } from '../walk';

export interface GraphNode {
  readonly name: string;
  readonly role: Role;
  readonly latex: string;
  /** Plate ids, one per axis. */
  readonly plates: readonly number[];
  /** The distribution it is drawn from, or null. */
  readonly distribution: string | null;
  /** The link on the left of its definition, or null. */
  readonly link: Link | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** `index`: the name only says which element is read, as T does in alpha[T[i]]. */
  readonly kind: 'value' | 'index';
}

export interface GraphPlate {
  readonly id: number;
  readonly letter: string;
  readonly indexedBy: readonly string[];
  readonly rows: boolean;
  /** Names of the nodes inside. */
  readonly members: readonly string[];
}

export interface ModelGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly plates: readonly GraphPlate[];
}

/** Nodes in text order of first appearance; an edge from each name that a statement reads to the name it declares. */
export function modelGraph(model: Model): ModelGraph {
  const statements = new Map(model.statements.map((statement) => [statement.name, statement]));
  const nodes = [...model.symbols.values()].map(({ name, role, latex, plates }): GraphNode => {
    const statement = statements.get(name);
    return {
      name,
      role,
      latex,
      plates,
      distribution: statement?.kind === 'draw' ? statement.distribution.name : null,
      link: statement?.kind === 'define' ? statement.link : null,
    };
  });
  const plates = model.plates.map(({ id, letter, indexedBy, rows }) => ({
    id,
    letter,
    indexedBy,
    rows,
    members: nodes.filter((node) => node.plates.includes(id)).map((node) => node.name),
  }));
  return { nodes, edges: edges(model), plates };
}

function edges(model: Model): GraphEdge[] {
  const found: GraphEdge[] = [];
  for (const statement of model.statements) {
    const read = new Set<string>();
    const indexing = new Set<string>();
    for (const expression of rightSide(statement)) {
      visit(expression, (part) => {
        if (part.kind !== 'reference') return;
        for (const index of part.indices) for (const name of namesIn(index)) indexing.add(name);
      });
      for (const name of namesIn(expression)) read.add(name);
    }
    for (const from of read) {
      if (!model.symbols.has(from) || statement.letters.includes(from)) continue;
      found.push({ from, to: statement.name, kind: indexing.has(from) ? 'index' : 'value' });
    }
  }
  return found;
}
