// Where a model's names stand in its graph: one band a plate, from left to right; causes above what they feed.
import type { GraphEdge, GraphNode, ModelGraph } from '../../lang/print/graph';

export interface PlacedNode {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly symbol: SymbolParts;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly from: Point;
  readonly to: Point;
}

export interface PlacedPlate {
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly plates: readonly PlacedPlate[];
}

export interface SymbolParts {
  readonly base: string;
  readonly sub: string;
}

export const halfHeight = 17;
const rowHeight = 74;
const between = 18;
const inset = 14;
const plateLabel = 16;

export function layoutGraph(graph: ModelGraph): GraphLayout {
  const ranks = ranksOf(graph);
  const bands = bandsOf(graph);
  const nodes: PlacedNode[] = [];
  const plates: PlacedPlate[] = [];
  let left = 0;
  for (const band of bands) {
    const members = graph.nodes.filter((node) => node.plates.join() === band);
    // What is fed stands where the arrows come from, data behind it.
    const own = [...members]
      .sort((a, b) => Number(a.role === 'data') - Number(b.role === 'data'))
      .map((node) => ({ node, symbol: symbolOf(node.name) }));
    const rows = new Map<number, typeof own>();
    for (const one of own) rows.set(rankOf(ranks, one.node), [...(rows.get(rankOf(ranks, one.node)) ?? []), one]);
    const widthOf = (row: typeof own): number =>
      row.reduce((sum, { symbol }) => sum + 2 * halfWidthOf(symbol), 0) + between * (row.length - 1);
    const width = Math.max(...[...rows.values()].map(widthOf));
    for (const [rank, row] of rows) {
      let x = left + inset + (width - widthOf(row)) / 2;
      for (const { node, symbol } of row) {
        const halfWidth = halfWidthOf(symbol);
        nodes.push({ node, symbol, halfWidth, x: x + halfWidth, y: rank * rowHeight });
        x += 2 * halfWidth + between;
      }
    }
    if (band !== '') plates.push(plateAround(graph, band, [...rows.keys()], left, width));
    left += width + 2 * inset + between;
  }
  return finished(graph, nodes, plates, left - between);
}

function finished(
  graph: ModelGraph,
  nodes: readonly PlacedNode[],
  plates: readonly PlacedPlate[],
  width: number,
): GraphLayout {
  const byName = new Map(nodes.map((placed) => [placed.node.name, placed]));
  const edges = graph.edges.flatMap((edge): PlacedEdge[] => {
    const from = byName.get(edge.from);
    const to = byName.get(edge.to);
    return from === undefined || to === undefined || from === to
      ? []
      : [{ edge, from: boundary(from, to, 2), to: boundary(to, from, 5) }];
  });
  const lowest = Math.max(0, ...nodes.map(({ y }) => y));
  return { width: Math.max(width, 1), height: lowest + 2 * (halfHeight + inset) + plateLabel, nodes, edges, plates };
}

/** Longest way from a name that reads nothing; such names move down to just above what they feed. */
function ranksOf({ nodes, edges }: ModelGraph): ReadonlyMap<string, number> {
  const ranks = new Map(nodes.map(({ name }) => [name, 0]));
  for (let round = 0; round < nodes.length; round++) {
    let moved = false;
    for (const { from, to } of edges) {
      const least = (ranks.get(from) ?? 0) + 1;
      if (from === to || (ranks.get(to) ?? 0) >= least || least > nodes.length) continue;
      ranks.set(to, least);
      moved = true;
    }
    if (!moved) break;
  }
  for (const { name } of nodes) {
    if (edges.some(({ to }) => to === name)) continue;
    const fed = edges.filter(({ from }) => from === name).map(({ to }) => ranks.get(to) ?? 0);
    if (fed.length > 0) ranks.set(name, Math.max(0, Math.min(...fed) - 1));
  }
  return ranks;
}

function rankOf(ranks: ReadonlyMap<string, number>, { name }: GraphNode): number {
  return ranks.get(name) ?? 0;
}

/** The plates that things are indexed by, single numbers, the rows: so few arrows cross a plate that is not theirs. */
function bandsOf({ nodes, plates }: ModelGraph): readonly string[] {
  const rows = new Set(plates.filter((plate) => plate.rows).map(({ id }) => id));
  const bands = [...new Set(nodes.map((node) => node.plates.join()))];
  const place = (band: string): number => {
    if (band === '') return 1;
    return band.split(',').some((id) => rows.has(Number(id))) ? 2 : 0;
  };
  return bands.sort((a, b) => place(a) - place(b));
}

function plateAround(
  { plates }: ModelGraph,
  band: string,
  ranks: readonly number[],
  left: number,
  width: number,
): PlacedPlate {
  const own = plates.filter(({ id }) => band.split(',').includes(String(id)));
  const top = Math.min(...ranks) * rowHeight - halfHeight - inset;
  const bottom = Math.max(...ranks) * rowHeight + halfHeight + inset + plateLabel;
  const label = own.map((plate) =>
    plate.rows ? `rows ${plate.letter}` : `each ${plate.indexedBy[0] ?? plate.letter}`,
  );
  return { label: label.join(', '), left, top, width: width + 2 * inset, height: bottom - top };
}

/** Where the straight line to another node leaves this one's pill. */
function boundary(node: PlacedNode, other: PlacedNode, gap: number): Point {
  const dx = other.x - node.x;
  const dy = other.y - node.y;
  const reach = Math.min(
    dx === 0 ? Infinity : (node.halfWidth + gap) / Math.abs(dx),
    dy === 0 ? Infinity : (halfHeight + gap) / Math.abs(dy),
  );
  return { x: node.x + dx * reach, y: node.y + dy * reach };
}

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
};

/** `alpha_bar` is α with a bar, `beta_P` is β with the subscript P; other names stand as they are. */
export function symbolOf(name: string): SymbolParts {
  const [first, ...rest] = name.split('_').filter((part) => part !== '');
  const bar = rest.includes('bar') ? '\u0304' : '';
  const letter = (part: string): string => (Object.hasOwn(greek, part) ? greek[part] : part);
  return {
    base: `${letter(first ?? name)}${bar}`,
    sub: rest
      .filter((part) => part !== 'bar')
      .map(letter)
      .join(','),
  };
}

function halfWidthOf({ base, sub }: SymbolParts): number {
  return Math.max(halfHeight + 2, 4.6 * base.length + 3.6 * sub.length + 9);
}
