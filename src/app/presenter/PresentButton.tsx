// The ways into presenter mode, on a lesson: a quiet button, a key, `?present`. All else is fetched when it is wanted.
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useAddress } from '../site-root';
import { holderOf, keyOf, presentKey } from './keyboard';
import { opensPresenter } from './opening-key';

export function PresentButton({ slug }: { readonly slug: string }): ReactNode {
  const root = useAddress()('/');
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && opensPresenter(keyOf(event), holderOf(event), presentKey())) void open(slug, root);
    };
    document.addEventListener('keydown', listen);
    if (/[?&]present\b/.test(window.location.search)) void open(slug, root);
    return () => document.removeEventListener('keydown', listen);
  }, [slug, root]);
  return (
    <button type="button" className="site-present" onClick={() => void open(slug, root)}>
      Present
    </button>
  );
}

async function open(slug: string, root: string): Promise<void> {
  const { present } = await import('./present');
  present(slug, root);
}
