// The page's own contents, with the place where the reader is: in the margin where there is room, else in a bar that stays at the top.
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { PageModule } from './pages';
import './on-this-page.css';

type Headings = PageModule['headings'];

const id = 'on-this-page';

export function OnThisPage({ headings }: { readonly headings: Headings }): ReactNode {
  const bar = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const here = usePlace(headings, bar);
  return (
    <nav ref={bar} className="on-this-page" aria-label="On this page">
      <button type="button" className="on-this-page-open" popoverTarget={id}>
        <span className="on-this-page-word">On this page</span>
        <span className="on-this-page-here">{headings.find((heading) => heading.id === here)?.text ?? ''}</span>
      </button>
      <div ref={list} id={id} popover="auto" className="on-this-page-list">
        <ol>
          {headings.map((heading) => (
            <li key={heading.id}>
              <a
                href={`#${heading.id}`}
                aria-current={heading.id === here ? 'location' : undefined}
                onClick={() => list.current?.hidePopover()}
              >
                {heading.text}
              </a>
            </li>
          ))}
        </ol>
      </div>
      <span className="on-this-page-read" aria-hidden="true" />
    </nav>
  );
}

/** Id of the section that is being read, null before the first. How much of the page is read goes to the style sheet as `--read`. */
function usePlace(headings: Headings, bar: RefObject<HTMLElement | null>): string | null {
  const [here, setHere] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { scrollHeight } = document.documentElement;
      const room = scrollHeight - window.innerHeight;
      // A heading counts as reached a little before it is at the top.
      const reached = headings.filter((heading) => {
        const element = document.getElementById(heading.id);
        return element !== null && element.getBoundingClientRect().top < window.innerHeight / 4;
      });
      setHere(reached.at(-1)?.id ?? null);
      bar.current?.style.setProperty('--read', String(room > 0 ? Math.min(1, Math.max(0, window.scrollY / room)) : 1));
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    ask();
    window.addEventListener('scroll', ask, { passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', ask);
      window.removeEventListener('resize', ask);
    };
  }, [headings, bar]);
  return here;
}
