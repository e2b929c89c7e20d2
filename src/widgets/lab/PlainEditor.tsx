// The model's text in a plain field, faults underlined: until the editor has come, and where it cannot be had.
import { useImperativeHandle, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EditorProps } from './ModelEditor';

export function PlainEditor({ text, errors, onEdit, ref, describedBy }: EditorProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  const backdrop = useRef<HTMLPreElement>(null);
  useImperativeHandle(
    ref,
    () => ({
      jump: ({ from, to }) => {
        field.current?.focus();
        field.current?.setSelectionRange(from, to);
      },
    }),
    [],
  );
  return (
    <div className="lab-editor">
      <pre ref={backdrop} className="lab-editor-text" aria-hidden="true">
        {underlined(text, errors)}
        {'\n'}
      </pre>
      <textarea
        ref={field}
        className="lab-editor-text"
        aria-label="Model"
        aria-describedby={describedBy}
        aria-invalid={errors.length > 0}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        wrap="off"
        rows={Math.max(9, text.split('\n').length + 1)}
        value={text}
        onChange={(event) => onEdit(event.target.value)}
        onScroll={(event) => {
          if (backdrop.current !== null) backdrop.current.scrollLeft = event.currentTarget.scrollLeft;
        }}
      />
    </div>
  );
}

/** The text in pieces, those at fault marked; a fault without width takes the character before it. */
function underlined(text: string, errors: EditorProps['errors']): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of [...errors].sort((a, b) => a.from - b.from)) {
    const start = Math.min(from === to ? from - 1 : from, text.length);
    if (start < at || start < 0) continue;
    const end = Math.min(Math.max(to, start + 1), text.length);
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
