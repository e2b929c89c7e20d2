// The focus is never lost: where a control that has it goes away or is disabled, the question or figure that held it takes it.

const holders = '.question, .figure, .exercise, dialog, [popover], section, main';
/** ms. A browser tells nobody when it takes the focus from an element that is no more. */
const glance = 250;

interface Held {
  readonly element: Element;
  /** What it stands in, from the inside out. */
  readonly around: readonly HTMLElement[];
}

export function keepFocus(): void {
  let held: Held | null = null;
  document.addEventListener('focusin', ({ target }) => {
    held = target instanceof Element ? { element: target, around: aroundOf(target) } : null;
  });
  document.addEventListener('focusout', ({ target }) => {
    // The reader pressed beside it, and left it on purpose.
    window.setTimeout(() => {
      if (held !== null && held.element === target && canHold(held.element)) held = null;
    });
  });
  window.setInterval(() => {
    if (held === null || !document.hasFocus() || document.activeElement !== document.body || canHold(held.element))
      return;
    const home = held.around.find((one) => one.isConnected && one.checkVisibility());
    held = null;
    if (home === undefined) return;
    if (!home.hasAttribute('tabindex')) home.tabIndex = -1;
    home.focus({ preventScroll: true });
  }, glance);
}

function aroundOf(element: Element): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (one.matches(holders)) found.push(one);
  return found;
}

function canHold(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && !element.matches(':disabled');
}
