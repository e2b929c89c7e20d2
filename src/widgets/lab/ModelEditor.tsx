// The text of the model under the reader's hands, faults underlined where they are; the editor comes when it is needed.
import { lazy, Suspense } from 'react';
import type { ReactNode, Ref } from 'react';
import type { Completion, LabError } from '../../store/lab/model';
import { editorKeys } from './editor-keys';
import { PlainEditor } from './PlainEditor';

export interface EditorHandle {
  /** Puts the cursor at a fault, and selects it. */
  readonly jump: (error: LabError) => void;
}

export interface EditorProps {
  readonly text: string;
  readonly errors: readonly LabError[];
  readonly completions: readonly Completion[];
  readonly onEdit: (text: string) => void;
  readonly onFormat: () => void;
  readonly ref?: Ref<EditorHandle>;
  /** The element that describes the faults. */
  readonly describedBy: string;
}

const CodeEditor = lazy(async () => {
  try {
    return { default: (await import('./CodeEditor')).CodeEditor };
  } catch {
    return { default: PlainEditor };
  }
});

export function ModelEditor(props: EditorProps): ReactNode {
  return (
    <>
      <Suspense fallback={<PlainEditor {...props} />}>
        <CodeEditor {...props} />
      </Suspense>
      <p className="lab-note lab-keys">{editorKeys}</p>
    </>
  );
}
