// Reverse-mode differentiation on the graph: adjoints are nodes like any other, so they share what the forward pass computed.
import { inputs } from './node';
import type { Graph, Node } from './node';

/** A leaf whose derivative is wanted, and the node that holds it. */
export interface Adjoint {
  readonly leaf: Node;
  readonly value: Node;
}

/** Derivatives of the sum of `output * seed` with respect to every leaf that has a place for its adjoint, in order of first use. */
export function differentiate(
  graph: Graph,
  outputs: readonly { readonly output: Node; readonly seed: Node }[],
): Adjoint[] {
  const adjoints = new Map<Node, Node>();
  const accumulate = (node: Node, value: Node): void => {
    if (node.dependence !== 'free') return;
    const before = adjoints.get(node);
    adjoints.set(node, before === undefined ? value : graph.add(before, value));
  };
  const reached = reachable(outputs.map(({ output }) => output));
  for (const { output, seed } of outputs) accumulate(output, seed);
  for (const node of [...reached].sort((a, b) => b.id - a.id)) {
    const adjoint = adjoints.get(node);
    if (adjoint !== undefined) propagate(graph, node, adjoint, accumulate);
  }
  const leaves = [...reached].filter(hasAdjoint).sort((a, b) => a.id - b.id);
  return leaves.flatMap((leaf) => {
    const value = adjoints.get(leaf);
    return value === undefined ? [] : [{ leaf, value }];
  });
}

function hasAdjoint({ operation }: Node): boolean {
  return (
    (operation.kind === 'local' || operation.kind === 'element' || operation.kind === 'sum') &&
    operation.adjoint !== null
  );
}

function reachable(roots: readonly Node[]): Set<Node> {
  const seen = new Set<Node>();
  const stack = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (seen.has(node) || node.dependence !== 'free') continue;
    seen.add(node);
    stack.push(...inputs(node));
  }
  return seen;
}

function propagate(graph: Graph, node: Node, adjoint: Node, accumulate: (node: Node, value: Node) => void): void {
  const { operation } = node;
  switch (operation.kind) {
    case 'add':
      accumulate(operation.x, adjoint);
      accumulate(operation.y, adjoint);
      return;
    case 'subtract':
      accumulate(operation.x, adjoint);
      accumulate(operation.y, graph.negate(adjoint));
      return;
    case 'negate':
      accumulate(operation.x, graph.negate(adjoint));
      return;
    case 'multiply':
      accumulate(operation.x, graph.multiply(adjoint, operation.y));
      accumulate(operation.y, graph.multiply(adjoint, operation.x));
      return;
    case 'divide': {
      const share = graph.divide(adjoint, operation.y);
      accumulate(operation.x, share);
      accumulate(operation.y, graph.negate(graph.multiply(share, node)));
      return;
    }
    case 'power': {
      const { x, y } = operation;
      const lower = graph.power(x, graph.subtract(y, graph.constant(1)));
      accumulate(x, graph.multiply(adjoint, graph.multiply(y, lower)));
      if (y.dependence === 'free') accumulate(y, graph.multiply(adjoint, graph.multiply(node, graph.unary('log', x))));
      return;
    }
    case 'unary':
      accumulate(operation.x, unaryAdjoint(graph, node, operation.name, operation.x, adjoint));
      return;
    case 'constant':
    case 'data':
    case 'local':
    case 'knob':
    case 'element':
    case 'sum':
    case 'seed':
      return;
  }
}

function unaryAdjoint(graph: Graph, node: Node, name: string, x: Node, adjoint: Node): Node {
  const one = graph.constant(1);
  switch (name) {
    case 'exp':
      return graph.multiply(adjoint, node);
    case 'expm1':
      return graph.multiply(adjoint, graph.unary('exp', x));
    case 'log':
      return graph.divide(adjoint, x);
    case 'log1p':
      return graph.divide(adjoint, graph.add(one, x));
    case 'sqrt':
      return graph.divide(graph.multiply(graph.constant(0.5), adjoint), node);
    case 'abs':
      return graph.multiply(adjoint, graph.unary('sign', x));
    case 'logit':
      return graph.divide(adjoint, graph.multiply(x, graph.subtract(one, x)));
    case 'invLogit':
      // 1 - p from the other tail: exact where p rounds to 1.
      return graph.multiply(adjoint, graph.multiply(node, graph.unary('invLogit', graph.negate(x))));
    case 'lgamma':
      return graph.multiply(adjoint, graph.unary('digamma', x));
    case 'log1pExp':
      return graph.multiply(adjoint, graph.unary('invLogit', x));
    case 'sign':
      return graph.constant(0);
    default:
      throw new Error(`no derivative of ${name}`);
  }
}
