// Names: the nearest known one to a typo, Greek letters spelled out, and the LaTeX that a name gets by itself.

const greekNames = new Map<string, string>(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    ι: 'iota',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    τ: 'tau',
    υ: 'upsilon',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
    Γ: 'Gamma',
    Δ: 'Delta',
    Θ: 'Theta',
    Λ: 'Lambda',
    Ξ: 'Xi',
    Π: 'Pi',
    Σ: 'Sigma',
    Φ: 'Phi',
    Ψ: 'Psi',
    Ω: 'Omega',
  }),
);
const spelledGreek = new Set(greekNames.values());
const accents = new Map([
  ['bar', '\\bar'],
  ['hat', '\\hat'],
  ['tilde', '\\tilde'],
  ['star', '^\\ast'],
]);

/** The name in ASCII: `α_bar` is `alpha_bar`; a Greek letter without a spelling becomes its code point. */
export function spelled(name: string): string {
  return name.replace(
    /[\u0370-\u03FF]/g,
    (letter) => greekNames.get(letter) ?? `u${letter.charCodeAt(0).toString(16)}`,
  );
}

/** The LaTeX of a name: `alpha_bar` is \bar{\alpha}, `beta_P` is \beta_{P}, `bXY` is b_{XY}. */
export function defaultLatex(name: string): string {
  const [base, ...rest] = spelled(name)
    .split('_')
    .filter((part) => part !== '');
  const split = spelledGreek.has(base)
    ? null
    : /^([a-z])([A-Z]+[a-z]*|\d+)$|^([A-Z])(\d+|bar)$|^([A-Za-z]+?)(\d+)$/.exec(base);
  let stem = word(base);
  const subscripts: string[] = [];
  if (split !== null) {
    stem = word(split[1] ?? split[3] ?? split[5]);
    rest.unshift(split[2] ?? split[4] ?? split[6]);
  }
  for (const part of rest) {
    const accent = accents.get(part);
    if (accent === undefined) subscripts.push(word(part));
    else stem = accent.startsWith('^') ? `${stem}${accent}` : `${accent}{${stem}}`;
  }
  return subscripts.length === 0 ? stem : `${stem}_{${subscripts.join(',')}}`;
}

function word(part: string): string {
  if (spelledGreek.has(part)) return `\\${part}`;
  if (/^\d+$/.test(part) || part.length === 1 || /^[A-Z]{1,3}$/.test(part)) return part;
  return `\\mathrm{${part}}`;
}

/** The candidate nearest to a name, if one is near enough to have been meant. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = spelled(name).toLowerCase();
  const reach = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let bestDistance = reach + 0.5;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, spelled(candidate).toLowerCase());
    if (distance < bestDistance && distance < Math.max(wanted.length, 2) && candidate !== name) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}

/** `Did you mean sigma?`, or the alternative when nothing is near. */
export function suggestion(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = nearest(name, candidates);
  return near === null ? otherwise : `Did you mean ${near}? ${otherwise}`;
}
