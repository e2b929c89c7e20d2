// The editor of the notation, by CodeMirror. It lives in a shadow root: there its style sheets are adopted, which the page's policy allows.
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { ReactNode } from 'react';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { completeNotation } from './complete-notation';
import { editorTheme, notation, notationColours } from './notation-language';
import { editorKeys } from './editor-keys';
import type { EditorProps } from './ModelEditor';

export function CodeEditor(props: EditorProps): ReactNode {
  const { text, errors, ref } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    // What describes it must live in the same root.
    const keys = document.createElement('p');
    keys.id = 'keys';
    keys.hidden = true;
    keys.textContent = editorKeys;
    root.append(keys);
    const editor = createEditor(root, latest);
    view.current = editor;
    return () => {
      editor.destroy();
      keys.remove();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === text) return;
    const { head } = editor.state.selection.main;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      selection: { anchor: Math.min(head, text.length) },
    });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { length } = editor.state.doc;
    const diagnostics = errors
      .filter(({ to }) => to <= length)
      .map(({ from, to, message, fix }) => ({
        from: from === to ? Math.max(0, from - 1) : from,
        to,
        severity: 'error' as const,
        message: `${message} ${fix}`,
      }));
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [errors]);

  useImperativeHandle(
    ref,
    () => ({
      jump: ({ from, to }) => {
        const editor = view.current;
        if (editor === null) return;
        const { length } = editor.state.doc;
        editor.focus();
        editor.dispatch({
          selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
          scrollIntoView: true,
        });
      },
    }),
    [],
  );
  return <div ref={host} className="lab-code" />;
}

/** Tab leaves the editor, as it leaves any field. */
function createEditor(root: ShadowRoot, latest: { readonly current: EditorProps }): EditorView {
  const format = (): boolean => {
    latest.current.onFormat();
    return true;
  };
  const state = EditorState.create({
    doc: latest.current.text,
    extensions: [
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      notation,
      syntaxHighlighting(notationColours),
      autocompletion({ override: [completeNotation(() => latest.current.completions)], icons: false }),
      keymap.of([
        { key: 'Shift-Alt-f', run: format },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      EditorView.contentAttributes.of({
        'aria-label': 'Model',
        'aria-describedby': 'keys',
        tabindex: '0',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        const text = update.state.doc.toString();
        if (text !== latest.current.text) latest.current.onEdit(text);
      }),
      editorTheme,
    ],
  });
  return new EditorView({ state, root, parent: root });
}
