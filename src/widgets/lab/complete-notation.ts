// Completion of the notation: distributions with their arguments to be filled in, functions, and the names in use.
import { snippetCompletion } from '@codemirror/autocomplete';
import type { Completion as Option, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Completion } from '../../store/lab/model';

export function completeNotation(known: () => readonly Completion[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[A-Za-z\u0370-\u03FF][A-Za-z\u0370-\u03FF0-9_]*/);
    if (word === null && !context.explicit) return null;
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, (word?.from ?? context.pos) - line.from);
    if (before.includes('#')) return null;
    const wanted = /~\s*$/.test(before) ? 'distribution' : 'expression';
    const written = word === null ? '' : word.text;
    const options = known()
      .filter(({ kind, text }) => (kind === 'distribution') === (wanted === 'distribution') && text !== written)
      .map(optionOf);
    return { from: word?.from ?? context.pos, options, validFor: /^[A-Za-z\u0370-\u03FF0-9_]*$/ };
  };
}

function optionOf({ text, kind, detail }: Completion): Option {
  switch (kind) {
    case 'distribution':
      return snippetCompletion(
        detail.replace(/\((.*)\)$/, (_, list: string) => `(${fields(list)})`),
        {
          label: text,
          detail: detail.slice(text.length),
        },
      );
    case 'function':
      return snippetCompletion(`${text}(\${x})`, { label: text, detail: '(x)' });
    case 'name':
      return { label: text, detail, boost: 1 };
  }
}

/** `mean, sd` as fields that the cursor visits. */
function fields(list: string): string {
  return list
    .split(', ')
    .map((argument) => `\${${argument}}`)
    .join(', ');
}
