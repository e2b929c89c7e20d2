// A causal graph as data, and where its arrows begin and end.
import { formatFixed } from '../stats/format';
import type { NumberTableContent } from './NumberTable';

export interface GraphNode {
  readonly id: string;
  /** The symbol, one or two letters. */
  readonly symbol: string;
  /** What it stands for: "density". */
  readonly name: string;
  /** Column and row, from 0; halves are allowed. */
  readonly column: number;
  readonly row: number;
  /** Drawn with a circle, as is the custom for what nobody measured. */
  readonly unobserved?: boolean;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Relative strength; 1 when absent. */
  readonly weight?: number;
  readonly lit?: boolean;
  /** The coefficient on its way: letter and index. */
  readonly coefficient?: readonly [string, string];
  /** What the coefficient is, where the graph is drawn from numbers. */
  readonly effect?: number;
}

/** A box around nodes that repeat together. */
export interface GraphPlate {
  readonly label: string;
  readonly nodes: readonly string[];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly plates?: readonly GraphPlate[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const columnWidth = 102;
export const rowHeight = 104;
export const nodeRadius = 21;
/** From the node's centre to where its name ends. */
export const nameDepth = 44;

export function centre({ column, row }: GraphNode): Point {
  return { x: column * columnWidth, y: row * rowHeight };
}

export function nodeById({ nodes }: Graph, id: string): GraphNode {
  const node = nodes.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`the graph has no node ${id}`);
  return node;
}

export interface Arrow {
  readonly from: Point;
  readonly to: Point;
}

/** From an arrow to the middle of its coefficient. */
const besideArrow = 15;

/** Where the coefficient of an arrow stands: at its middle, on the upper side. */
export function coefficientPlace({ from, to }: Arrow): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx ** 2 + dy ** 2);
  const up = dx > 0 || (dx === 0 && dy > 0) ? 1 : -1;
  return {
    x: (from.x + to.x) / 2 + (up * besideArrow * dy) / length,
    y: (from.y + to.y) / 2 - (up * besideArrow * dx) / length,
  };
}

/** Names stand above the first of several rows, so that arrows downward leave from the symbols; below elsewhere. */
export function nameSide({ nodes }: Graph, node: GraphNode): 'above' | 'below' {
  const rows = nodes.map((other) => other.row);
  const first = Math.min(...rows);
  return node.row === first && Math.max(...rows) > first ? 'above' : 'below';
}

/** The straight arrow between two nodes, clear of their symbols and names. */
export function arrow(graph: Graph, edge: GraphEdge): Arrow {
  const tail = nodeById(graph, edge.from);
  const head = nodeById(graph, edge.to);
  const a = centre(tail);
  const b = centre(head);
  const length = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
  const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  const leaving = clearance(graph, tail, along) + 2;
  const arriving = clearance(graph, head, { x: -along.x, y: -along.y }) + 4;
  return {
    from: { x: a.x + along.x * leaving, y: a.y + along.y * leaving },
    to: { x: b.x - along.x * arriving, y: b.y - along.y * arriving },
  };
}

/** Half the width that a letter of a name takes. */
const halfLetter = 3.8;

/** How far from a node's centre an arrow in this direction is free of the node. */
function clearance(graph: Graph, node: GraphNode, direction: Point): number {
  const towardName = nameSide(graph, node) === 'above' ? -direction.y : direction.y;
  if (towardName <= 0) return nodeRadius;
  const halfName = node.name.length * halfLetter + 3;
  const side = direction.x === 0 ? Infinity : halfName / Math.abs(direction.x);
  return Math.max(nodeRadius, Math.min(side, nameDepth / towardName));
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Box around nodes and their names. */
export function around(graph: Graph, nodes: readonly GraphNode[], inset: number): Box {
  const xs = nodes.map((node) => centre(node).x);
  const up = (node: GraphNode) => (nameSide(graph, node) === 'above' ? nameDepth : nodeRadius);
  const down = (node: GraphNode) => (nameSide(graph, node) === 'below' ? nameDepth : nodeRadius);
  return {
    left: Math.min(...xs) - 44 - inset,
    right: Math.max(...xs) + 44 + inset,
    top: Math.min(...nodes.map((node) => centre(node).y - up(node))) - inset,
    bottom: Math.max(...nodes.map((node) => centre(node).y + down(node))) + inset,
  };
}

/** The graph in words: each effect with all its causes. */
export function describeGraph(graph: Graph): string {
  const sentences = graph.nodes.flatMap((effect) => {
    const causes = graph.edges.filter((edge) => edge.to === effect.id).map((edge) => nodeById(graph, edge.from));
    if (causes.length === 0) return [];
    const names = listed(causes.map(titled));
    return [`${names} ${causes.length === 1 ? 'points' : 'point'} at ${titled(effect)}.`];
  });
  const lit = graph.edges.filter((edge) => edge.lit === true);
  if (lit.length > 0) {
    const names = lit.map(({ from, to }) => `${titled(nodeById(graph, from))} to ${titled(nodeById(graph, to))}`);
    sentences.push(`Lit: ${listed(names)}.`);
  }
  const unobserved = graph.nodes.filter((node) => node.unobserved === true).map(titled);
  if (unobserved.length > 0) sentences.push(`Not observed: ${listed(unobserved)}.`);
  return `Causal graph. ${sentences.join(' ')}`;
}

/** The arrows as a table, with their effects where they have numbers. */
export function arrowTable(caption: string, graphs: readonly Graph[]): NumberTableContent {
  const numbered = graphs.some(({ edges }) => edges.some(({ effect }) => effect !== undefined));
  return {
    name: 'The arrows',
    caption,
    columns: ['arrow', 'from', 'to', ...(numbered ? ['effect'] : [])],
    rows: () =>
      graphs.flatMap((graph) =>
        graph.edges.map((edge) => {
          const [from, to] = [nodeById(graph, edge.from), nodeById(graph, edge.to)];
          const effect = edge.effect === undefined ? '' : formatFixed(edge.effect, 1);
          return [`${from.symbol} → ${to.symbol}`, from.name, to.name, ...(numbered ? [effect] : [])];
        }),
      ),
  };
}

function titled({ name, symbol }: GraphNode): string {
  return `${name} (${symbol})`;
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
