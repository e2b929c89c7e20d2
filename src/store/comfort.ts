// What makes reading comfortable: colours, size of text, contrast and motion. Kept in this browser, and on the document before the first paint.

/** Each with what it can be; the first is what the system says, or the usual size, and leaves no trace on the document. */
export const comforts = {
  theme: ['system', 'light', 'dark'],
  text: ['normal', 'small', 'large', 'largest'],
  contrast: ['system', 'more'],
  motion: ['system', 'less'],
  /** Keys that act without a modifier. */
  keys: ['on', 'off'],
} as const;

export type Comfort = keyof typeof comforts;
export type ComfortValue<C extends Comfort> = (typeof comforts)[C][number];

const key = (comfort: Comfort): string => `tadpool-${comfort}`;
const listeners = new Set<() => void>();

/** What the head's script left on the document, or the reader chose since. */
export function comfortOf<C extends Comfort>(comfort: C): ComfortValue<C> {
  const values: readonly ComfortValue<C>[] = comforts[comfort];
  const shown = document.documentElement.dataset[comfort];
  return values.find((value) => value === shown) ?? values[0];
}

export function chooseComfort<C extends Comfort>(comfort: C, value: ComfortValue<C>): void {
  const { dataset } = document.documentElement;
  if (value === comforts[comfort][0]) delete dataset[comfort];
  else dataset[comfort] = value;
  try {
    localStorage.setItem(key(comfort), value);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  for (const listener of listeners) listener();
}

export function onComfortChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether nothing should move unasked: the reader's choice here, or the system's. */
export function wantsStillness(): boolean {
  return comfortOf('motion') === 'less' || window.matchMedia(stillness).matches;
}

const stillness = '(prefers-reduced-motion: reduce)';

export function onStillnessChange(listener: () => void): () => void {
  const media = window.matchMedia(stillness);
  media.addEventListener('change', listener);
  const forget = onComfortChange(listener);
  return () => {
    media.removeEventListener('change', listener);
    forget();
  };
}

const marked = Object.values(comforts).flatMap(([, ...others]) => others);

/** Runs in the head, before the first paint; the policy allows it by its hash. */
export const comfortScript = `try{for(const c of ${JSON.stringify(Object.keys(comforts))}){const v=localStorage.getItem('tadpool-'+c);if(${JSON.stringify(marked)}.includes(v))document.documentElement.dataset[c]=v}}catch{}`;
