// How the editor is left, and what its keys do: shown below it, and said to those who hear it.
export const editorKeys =
  'Tab leaves the editor; while arguments are being filled in it goes to the next one, and Escape ends that. Control and space list what may stand here.';
