// The model as a directed graph: what is drawn, what is computed, what is data, and in which plate each stands.
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { GraphNode, ModelGraph as Graph } from '../../lang/print/graph';
import { halfHeight, layoutGraph } from './graph-layout';
import type { PlacedNode } from './graph-layout';

export function ModelGraph({ graph }: { readonly graph: Graph }): ReactNode {
  const head = useId();
  const { width, height, nodes, edges, plates } = layoutGraph(graph);
  const top = -halfHeight - 18;
  return (
    <div className="lab-graph">
      <svg
        viewBox={`-4 ${top} ${width + 8} ${height - top - 16}`}
        style={{ maxWidth: `${(width + 8) / 13}rem` }}
        role="img"
        aria-label={describe(graph)}
      >
        <defs>
          <marker id={head} viewBox="0 0 10 10" refX="8" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path className="lab-graph-head" d="M0.5,1 9,5 0.5,9 2.6,5z" />
          </marker>
        </defs>
        {plates.map(({ label, left, top: plateTop, width: plateWidth, height: plateHeight }) => (
          <g key={label + String(left)}>
            <rect className="lab-graph-plate" x={left} y={plateTop} width={plateWidth} height={plateHeight} rx="8" />
            <text className="lab-graph-plate-label" x={left + plateWidth - 7} y={plateTop + plateHeight - 6}>
              {label}
            </text>
          </g>
        ))}
        {edges.map(({ edge, from, to }) => (
          <line
            key={`${edge.from} ${edge.to}`}
            className="lab-graph-edge"
            data-kind={edge.kind}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            markerEnd={`url(#${head})`}
          />
        ))}
        {nodes.map((placed) => (
          <Node key={placed.node.name} placed={placed} />
        ))}
      </svg>
      <p className="lab-graph-key">
        Round: drawn from a distribution. Dashed: computed. Square: data. Filled: known, as data or a knob. A dotted
        arrow says which element is read.
      </p>
    </div>
  );
}

function Node({ placed: { node, symbol, x, y, halfWidth } }: { readonly placed: PlacedNode }): ReactNode {
  const corner = node.role === 'data' || node.role === 'knob' ? 4 : halfHeight;
  return (
    <g>
      <rect
        className="lab-graph-node"
        data-role={node.role}
        x={x - halfWidth}
        y={y - halfHeight}
        width={2 * halfWidth}
        height={2 * halfHeight}
        rx={corner}
      />
      <text className="lab-graph-symbol" x={x} y={y + 5.5}>
        {symbol.base}
        {symbol.sub !== '' && (
          <tspan className="lab-graph-sub" dy="4">
            {symbol.sub}
          </tspan>
        )}
      </text>
    </g>
  );
}

function describe({ nodes, edges }: Graph): string {
  const sentences = nodes.map((node) => {
    const read = edges.filter(({ to }) => to === node.name).map(({ from }) => from);
    const own = `${node.name} is ${kindOf(node)}`;
    return read.length === 0 ? `${own}.` : `${own} that reads ${read.join(', ')}.`;
  });
  return `Graph of the model. ${sentences.join(' ')}`;
}

function kindOf({ role, distribution }: GraphNode): string {
  switch (role) {
    case 'observed':
      return `observed, drawn from ${distribution ?? 'a distribution'}`;
    case 'data':
      return 'data';
    case 'knob':
      return 'a knob';
    case 'parameter':
      return `a parameter, drawn from ${distribution ?? 'a distribution'}`;
    case 'deterministic':
      return 'computed';
  }
}
