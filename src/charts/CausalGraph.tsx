// A causal graph: symbols set as in the equations, their names under them, straight arrows, plates.
import { useId } from 'react';
import './CausalGraph.css';
import {
  around,
  arrow,
  centre,
  coefficientPlace,
  describeGraph,
  nameDepth,
  nameSide,
  nodeById,
  nodeRadius,
} from './graph';
import type { Graph, GraphNode, GraphPlate, Point } from './graph';

export interface CausalGraphProps {
  readonly graph: Graph;
  /** Said instead of the list of arrows. */
  readonly description?: string;
}

const margin = 6;
const plateInset = 10;
/** Room for a plate's label under its nodes. */
const plateLabel = 18;

/** The bar over a symbol, which the mathematical font cannot put there by itself. */
const macron = '\u0304';

export function CausalGraph({ graph, description }: CausalGraphProps) {
  const head = useId();
  const plates = graph.plates ?? [];
  const box = around(graph, graph.nodes, margin + (plates.length > 0 ? plateInset : 0));
  const height = box.bottom - box.top + (plates.length > 0 ? plateLabel : 0);
  const width = box.right - box.left;
  return (
    <svg
      className="causal-graph"
      viewBox={`${box.left} ${box.top} ${width} ${height}`}
      style={{ maxWidth: `${width / 16}rem` }}
      role="img"
      aria-label={description ?? describeGraph(graph)}
    >
      <defs>
        <marker
          id={head}
          viewBox="0 0 10 10"
          refX="7.5"
          refY="5"
          markerWidth="9"
          markerHeight="9"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className="causal-graph-head" d="M0.5,1 9,5 0.5,9 2.6,5z" />
        </marker>
      </defs>
      {plates.map((plate) => (
        <Plate key={plate.label} plate={plate} graph={graph} />
      ))}
      {graph.edges.map((edge) => {
        const { from, to } = arrow(graph, edge);
        const weight = Math.max(edge.weight ?? 1, 0);
        return (
          <g key={`${edge.from} ${edge.to}`}>
            <line
              className="causal-graph-edge"
              data-lit={edge.lit === true}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              style={{ strokeWidth: thick((edge.lit === true ? 2.5 : 1.5) * weight) }}
              markerEnd={`url(#${head})`}
            />
            {edge.coefficient !== undefined && (
              <Coefficient of={edge.coefficient} place={coefficientPlace({ from, to })} />
            )}
          </g>
        );
      })}
      {graph.nodes.map((node) => (
        <Node key={node.id} node={node} side={nameSide(graph, node)} />
      ))}
    </svg>
  );
}

/** A stage asks for lines of some thickness at least. */
function thick(width: number): string {
  return `max(${width}px, var(--graph-least, 0px))`;
}

function Coefficient({
  of: [letter, index],
  place,
}: {
  readonly of: readonly [string, string];
  readonly place: Point;
}) {
  return (
    <text className="causal-graph-coefficient" x={place.x} y={place.y + 5}>
      {letter}
      <tspan className="causal-graph-index" dy="4">
        {index}
      </tspan>
    </text>
  );
}

function Node({ node, side }: { readonly node: GraphNode; readonly side: 'above' | 'below' }) {
  const { x, y } = centre(node);
  const barred = node.symbol.endsWith(macron);
  return (
    <g>
      {node.unobserved === true ? (
        <circle className="causal-graph-unobserved" cx={x} cy={y} r={nodeRadius - 2} />
      ) : null}
      <text className="causal-graph-symbol" x={x} y={y + 9}>
        {barred ? node.symbol.slice(0, -macron.length) : node.symbol}
      </text>
      {barred && <line className="causal-graph-bar" x1={x - 5} x2={x + 11} y1={y - 14} y2={y - 14} />}
      <text className="causal-graph-name" x={x} y={side === 'below' ? y + nameDepth - 10 : y - nameDepth + 14}>
        {node.name}
      </text>
    </g>
  );
}

function Plate({ plate, graph }: { readonly plate: GraphPlate; readonly graph: Graph }) {
  const nodes = plate.nodes.map((id) => nodeById(graph, id));
  const { left, right, top, bottom } = around(graph, nodes, plateInset);
  return (
    <g>
      <rect
        className="causal-graph-plate"
        x={left}
        y={top}
        width={right - left}
        height={bottom + plateLabel - top}
        rx="8"
      />
      <text className="causal-graph-plate-label" x={right - 8} y={bottom + plateLabel - 7}>
        {plate.label}
      </text>
    </g>
  );
}
