// The reader's choice of light and dark: where it is kept and how it reaches the style sheet.
export const themes = ['light', 'system', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'tadpool-theme';
const listeners = new Set<() => void>();

/** What the head's script left on the document, or the reader chose since. */
export function storedTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  for (const listener of listeners) listener();
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs in the head, before the first paint; the policy allows it by its hash. */
export const themeScript = `try{const t=localStorage.getItem('${key}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
