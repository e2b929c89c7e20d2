// Subscripts in LaTeX.

/** Adds a subscript; one that the symbol already has stays in front of it: \beta_{P} with j is \beta_{P,j}. */
export function withSubscript(latex: string, subscript: string): string {
  const own = /^(.*)_(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|(\\[A-Za-z]+|[^{}\\]))$/.exec(latex);
  if (own === null) return `${latex}_${braced(subscript)}`;
  return `${own[1]}_{${own[2] ?? own[3]},${subscript}}`;
}

function braced(subscript: string): string {
  return subscript.length === 1 ? subscript : `{${subscript}}`;
}
