// What may not stand in code whose results must be the same bits in every engine: ECMAScript leaves these to the engine, the clock or the place.

const allowedMath = ['sqrt', 'abs', 'floor', 'ceil', 'trunc', 'min', 'max', 'sign', 'imul', 'clz32', 'fround'];

const forbidden: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`\\bMath\\.(?!(?:${allowedMath.join('|')})\\b)(\\w+)`, 'g'),
    'a function of Math that engines may compute differently',
  ],
  [/[=(,:?]\s*Math\b(?!\.)/g, 'Math as a value, whose use cannot be read'],
  [/\*\*(?!')/g, 'the operator **'],
  [/\b(?:Intl|Date|performance|crypto)\b/g, 'the place, the clock or chance'],
  [/\.toLocale\w*/g, 'a text that depends on the place'],
];

/** Each use as 'line: what', comments apart (but not strings: generated code is held to the same). */
export function differingBits(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
  return forbidden.flatMap(([pattern, what]) =>
    Array.from(
      bare.matchAll(pattern),
      ({ 0: found, index }) => `${bare.slice(0, index).split('\n').length}: ${found}, ${what}`,
    ),
  );
}

function blank(comment: string): string {
  return comment.replace(/[^\n]/g, ' ');
}
