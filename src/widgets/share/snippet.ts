// The piece of HTML that shows a figure on another page: a plain iframe of a fixed height, without a script.

export interface Snippet {
  readonly address: string;
  /** What the frame is called, for those who do not see it. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** `width` is the most that the frame takes; a narrower page shows it narrower. */
export function embedSnippet({ address, title, width, height }: Snippet): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" ` +
    `style="max-width: 100%; border: 0" loading="lazy"></iframe>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
