// A model as LaTeX: one aligned line a statement, as a person would typeset it.
import type { Model, ModelStatement } from '../model';
import { expressionLatex, parentheses } from './latex-expression';
import { SymbolWriter } from './symbol-writer';
import type { LatexOptions } from './symbol-writer';

export type { LatexOptions };

/** One line: what stands left and right of the relation. */
export interface LatexLine {
  readonly left: string;
  readonly relation: '\\sim' | '=';
  readonly right: string;
  /** The names that the line declares. */
  readonly names: readonly string[];
}

/** The whole model, aligned at the relations. */
export function modelLatex(model: Model, options: LatexOptions = {}): string {
  const lines = latexLines(model, options).map(({ left, relation, right }) => `${left} &${relation} ${right}`);
  return `\\begin{aligned}\n${lines.join(' \\\\\n')}\n\\end{aligned}`;
}

export function latexLines(model: Model, options: LatexOptions = {}): LatexLine[] {
  const writer = new SymbolWriter(model, options);
  return declarations(model).map((together) => {
    const names = together.map((statement) => statement.name);
    const targets = together.map((statement) => writer.target(statement));
    const first = together[0];
    if (first.kind === 'define') {
      const left = first.link === null ? targets[0] : `${LINKS[first.link]}(${targets[0]})`;
      return { left, relation: '=', right: expressionLatex(first.value, writer), names };
    }
    const inside = first.arguments.map((argument) => expressionLatex(argument, writer)).join(', ');
    return {
      left: targets.join(', '),
      relation: '\\sim',
      right: `${first.distribution.latex}${parentheses(inside)}`,
      names,
    };
  });
}

const LINKS = { logit: '\\operatorname{logit}', log: '\\log' };

/** Statements that one line of the text declares together. */
function declarations(model: Model): ModelStatement[][] {
  const lines: ModelStatement[][] = [];
  for (const statement of model.statements) {
    const last = lines.at(-1);
    if (last !== undefined && last[0].span.start === statement.span.start) last.push(statement);
    else lines.push([statement]);
  }
  return lines;
}
