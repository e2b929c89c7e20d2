// A page's text is shown block after block from the top, in slices: laid out in one go, a long one would hold a slow processor for half a second.

/**
 * Runs in the head, before there is a page; its text goes into the document, so it uses nothing of this module. Only a page opened at its top
 * grows: one that is opened at a place, come back to or presented needs all of it at once, and so does a hand that does anything.
 */
function grow(): void {
  const [entry] = performance.getEntriesByType('navigation');
  const fresh = entry instanceof PerformanceNavigationTiming && entry.type === 'navigate';
  // Of a place that is words, some browsers tell the document nothing, and its entry all.
  const atPlace = window.location.hash !== '' || entry?.name.includes('#');
  if (!fresh || atPlace || /[?&](?:present|notes)\b/.test(window.location.search)) return;
  const acts = ['keydown', 'pointerdown', 'wheel', 'touchstart', 'scroll', 'beforeprint'];
  const sliceMs = 12;
  const waitMs = 10;
  const sheet = new CSSStyleSheet();
  let shown = 2;
  let timer = 0;
  // What follows the text waits for its end, lest it be pushed down.
  const hideFrom = (block: number): void =>
    sheet.replaceSync(`main>article>:nth-child(n+${block}),main>article~*,.sheet~*{display:none!important}`);
  const showAll = (): void => {
    clearTimeout(timer);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    for (const act of acts) window.removeEventListener(act, showAll, true);
  };
  const slice = (): void => {
    const began = performance.now();
    const come = document.readyState !== 'loading';
    const article = document.querySelector<HTMLElement>('main>article');
    const blocks = article?.childElementCount ?? 0;
    while (shown < blocks && performance.now() - began < sliceMs) {
      shown++;
      hideFrom(shown + 1);
      // Lays the block out, so that its time counts.
      article?.getBoundingClientRect();
    }
    if (come && shown >= blocks) showAll();
    else timer = window.setTimeout(slice, shown < blocks ? 0 : waitMs);
  };
  hideFrom(shown + 1);
  document.adoptedStyleSheets.push(sheet);
  for (const act of acts) window.addEventListener(act, showAll, { capture: true, passive: true });
  timer = window.setTimeout(slice);
}

/** Where a browser lacks what it takes, the page is whole from the start. */
export const growthScript = `try{(${String(grow)})()}catch{}`;
