// LaTeX of the lecture's models and of each piece of the notation; KaTeX must accept all of it.
import katex from 'katex';
import { describe, expect, test } from 'vitest';
import { latexLines, modelLatex } from '../../../src/lang/print/latex';
import { lectureModels } from '../../../src/models';
import { lectureModel, read } from './read';

function html(latex: string): string {
  const strict = (code: string): 'ignore' | 'error' => (code === 'htmlExtension' ? 'ignore' : 'error');
  return katex.renderToString(latex, { trust: true, strict });
}

describe.each([...lectureModels.keys()])('%s', (id) => {
  test('reads as a person would typeset it', () => {
    expect(modelLatex(lectureModel(id))).toMatchSnapshot();
  });

  test('is accepted by KaTeX, marked or not', () => {
    for (const mark of [false, true]) {
      expect(html(modelLatex(lectureModel(id), { mark }))).not.toContain('katex-error');
    }
  });
});

/** The right side of the first line. */
function right(expression: string): string {
  const model = read(
    `y = ${expression}\na, b, c, beta_P ~ Normal(0, 1)\nv[j] ~ Normal(0, 1)\nw[i] ~ Normal(v[g[i]], 1)`,
    {
      observed: ['w'],
      data: ['g'],
    },
  );
  return latexLines(model)[0].right;
}

describe('expressions', () => {
  test.each([
    ['a + b * c', 'a + b \\, c'],
    ['(a + b) * c', '(a + b) \\, c'],
    ['a * (b * c)', 'a \\, b \\, c'],
    ['a - (b - c)', 'a - (b - c)'],
    ['a - (b + c)', 'a - (b + c)'],
    ['a + (b - c)', 'a + b - c'],
    ['a - b * c', 'a - b \\, c'],
    ['-a * b', '-a \\, b'],
    ['a * -b', 'a \\, (-b)'],
    ['a - -b', 'a - (-b)'],
    ['-(a + b)', '-(a + b)'],
    ['2 * a', '2 \\, a'],
    ['a * 2', 'a \\cdot 2'],
    ['a / b', '\\frac{a}{b}'],
    ['(a / b)^2', '\\left(\\frac{a}{b}\\right)^{2}'],
    ['-a^2', '-a^{2}'],
    ['(-a)^2', '(-a)^{2}'],
    ['a^b^c', 'a^{b^{c}}'],
    ['exp(a)^2', '(\\exp(a))^{2}'],
    ['square(a + b)', '(a + b)^2'],
    ['sqrt(a) * abs(b)', '\\sqrt{a} \\, \\left|b\\right|'],
    ['inv_logit(a / b)', '\\operatorname{logit}^{-1}\\left(\\frac{a}{b}\\right)'],
    ['log1p(-a)', '\\log(1 + (-a))'],
    ['a * expm1(b)', 'a \\, (\\exp(b) - 1)'],
    ['sum(v) / 2', '\\frac{\\sum_{j} v_j}{2}'],
    ['mean(v)', '\\operatorname{mean}(v)'],
    ['1e-4 * a', '10^{-4} \\, a'],
    ['2.5e10 * a', '2.5 \\times 10^{10} \\, a'],
  ])('%s', (text, latex) => {
    expect(right(text)).toBe(latex);
    expect(html(right(text))).not.toContain('katex-error');
  });
});

describe('symbols', () => {
  test('a subscript joins the one that a symbol has', () => {
    const model = read('y[i] ~ Normal(beta_P[g[i]], 1)\nbeta_P[j] ~ Normal(0, 1)', { observed: ['y'], data: ['g'] });
    expect(latexLines(model).map((line) => line.left + ' ' + line.right)).toEqual([
      'y_i \\operatorname{Normal}(\\beta_{P,g[i]}, 1)',
      '\\beta_{P,j} \\operatorname{Normal}(0, 1)',
    ]);
  });

  test('marks let a page find each symbol by name, the index column inside its subscript too', () => {
    const page = html(modelLatex(lectureModel('frogs-fixed-sigma'), { mark: true }));
    for (const name of ['S', 'D', 'p', 'T', 'alpha', 'alpha_bar', 'sigma']) {
      expect(page).toContain(`data-symbol="${name}"`);
    }
    expect(page).toContain('data-symbol="sigma" data-role="knob"');
    expect(page.match(/data-symbol="alpha_bar"/g)).toHaveLength(2);
  });

  test('marks change nothing that is seen', () => {
    for (const id of lectureModels.keys()) {
      const model = lectureModel(id);
      const plain = modelLatex(model, { mark: true }).replaceAll(/\\htmlData\{[^{}]*\}/g, '');
      const bare = (latex: string): string => latex.replaceAll(/[{}]/g, '');
      expect(bare(plain)).toBe(bare(modelLatex(model)));
    }
  });

  test('a knob can stand as its number, still marked', () => {
    const values = new Map([['sigma', 0.5]]);
    const [, , alpha] = latexLines(lectureModel('frogs-fixed-sigma'), { mark: true, values });
    expect(alpha.right).toContain('\\htmlData{symbol=sigma, role=knob}{0.5}');
  });
});
