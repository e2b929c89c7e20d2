// The notation for the editor: what its words are, and how they look in the colours of the page.
import { HighlightStyle, StreamLanguage } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

interface Line {
  /** Whether a ~ stands before, so that the next name is a distribution. */
  drawn: boolean;
}

export const notation = StreamLanguage.define<Line>({
  name: 'notation',
  startState: () => ({ drawn: false }),
  token: (stream, state) => {
    if (stream.sol()) state.drawn = false;
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/)) return 'number';
    if (stream.match('~')) {
      state.drawn = true;
      return 'operator';
    }
    if (stream.match(/^[A-Za-z\u0370-\u03FF][A-Za-z\u0370-\u03FF0-9_]*/)) {
      const called = stream.peek() === '(';
      const distribution = state.drawn;
      state.drawn = false;
      if (distribution) return 'typeName';
      return called ? 'keyword' : 'variableName';
    }
    return stream.match(/^[=+\-*/^]/) ? 'operator' : (stream.next(), null);
  },
  languageData: { commentTokens: { line: '#' }, closeBrackets: { brackets: ['(', '['] } },
});

export const notationColours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.typeName, color: 'var(--estimate)' },
  { tag: tags.keyword, color: 'var(--pool-none)' },
  { tag: tags.number, color: 'var(--population)' },
  { tag: tags.operator, color: 'var(--muted)' },
]);

export const editorTheme = EditorView.theme({
  '&': {
    minHeight: '15.5rem',
    border: '1px solid var(--control)',
    borderRadius: '6px',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    fontSize: '0.9375rem',
  },
  '&.cm-focused': { outline: '2.5px solid var(--estimate)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
    lineHeight: '1.6',
  },
  '.cm-content': { padding: '0.7rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.9rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--estimate-soft)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--estimate-soft)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--wrong)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--wrong) 1.5px',
    textDecorationSkipInk: 'none',
    textUnderlineOffset: '0.25em',
  },
  '.cm-lintPoint-error:after': { borderBottomColor: 'var(--wrong)' },
  '.cm-tooltip': {
    border: '1px solid var(--control)',
    borderRadius: '4px',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-sans)',
    maxWidth: '28rem',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--wrong)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '14rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.25rem 0.6rem', lineHeight: '1.3' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--estimate-soft)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '650' },
});
