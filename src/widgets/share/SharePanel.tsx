// What a figure can be shared as: a link to it as it stands, and a citation.
import { useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { withoutPromise, writeClassLink } from '../../store/class-link';
import { FigureDrawsContext } from '../figure-draws';
import { Citations } from './Citations';
import { CopyText } from './CopyText';
import type { ShareProps } from './Share';
import './share-panel.css';

export function SharePanel({ slug, name, number }: ShareProps): ReactNode {
  const { link, promises } = useLinks(name);
  const page = document.querySelector('h1')?.textContent ?? '';
  const anchor = `#figure-${name}`;
  const here = `${window.location.origin}${window.location.pathname}`;
  return (
    <div className="share-panel">
      <CopyText label="Link to this figure, as it stands" text={here + link + anchor}>
        {promises
          ? 'For a class: it names the draws behind the figure, and whoever opens it is told whether theirs are the same, bit for bit.'
          : 'It holds what you set for the page: seed, interval and the settings that stand in the address.'}
      </CopyText>
      <Citations what="this figure" page={{ slug, title: page }} figure={{ name, number }} address={here + anchor} />
    </div>
  );
}

/** The address as it stands, looked at twice a second while the panel is open: a slider that comes to rest writes into it. */
function useLinks(name: string) {
  const figure = useContext(FigureDrawsContext);
  const read = (): string => {
    const query = withoutPromise(window.location.search);
    const drawn = figure?.read() ?? [];
    const settled = drawn.flatMap((one) => (one === null ? [] : [one]));
    return settled.length > 0 && settled.length === drawn.length ? writeClassLink(query, name, settled) : query;
  };
  const [link, setLink] = useState(read);
  useEffect(() => {
    const timer = window.setInterval(() => setLink(read()), 500);
    return () => window.clearInterval(timer);
  });
  const query = withoutPromise(link);
  return { link, promises: link !== query };
}
