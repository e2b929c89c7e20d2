// The light of an embedded figure: the reader's system, or what the page around it asks for in the address.

export function isTheme(text: string): text is 'light' | 'dark' {
  return text === 'light' || text === 'dark';
}

export function themeIn(query: string): string | null {
  return new URLSearchParams(query).get('theme');
}

/** Runs in the head, before the first paint; the policy allows it by its hash. */
export const embedScript = `try{const t=new URLSearchParams(location.search).get('theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`;
