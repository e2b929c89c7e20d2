// Tells the page around a frame how tall the figure in it is: docs/embedding.md says how to listen.

export interface HeightMessage {
  readonly type: 'tadpool:height';
  /** 'reed-frogs/shrinkage'. */
  readonly figure: string;
  /** Of the whole document, in px. */
  readonly height: number;
}

/** Now and whenever it changes. To whom does not matter: it is no secret how tall a figure is. */
export function tellHeight(figure: string): void {
  if (window.parent === window) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    const message: HeightMessage = { type: 'tadpool:height', figure, height };
    window.parent.postMessage(message, '*');
  }).observe(document.body);
}
