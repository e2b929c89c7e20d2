// What a figure can be shared as: a link to it as it stands, a frame for another page, and a citation.
import { useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { withoutPromise, writeClassLink } from '../../store/class-link';
import { FigureDrawsContext } from '../figure-draws';
import { Citations } from './Citations';
import { CopyText } from './CopyText';
import { creditOf, embedFolder } from './embed-address';
import { heightInFrame } from './measure';
import type { ShareProps } from './Share';
import { embedSnippet } from './snippet';
import './share-panel.css';

/** Of the frame, in px: a phone, a narrow and a wide column, a page. */
const widths = [360, 560, 720, 900];

const lights = ['system', 'light', 'dark'] as const;
type Light = (typeof lights)[number];

export function SharePanel({ slug, name, number }: ShareProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  const [light, setLight] = useState<Light>('system');
  const { query, link, promises, about } = useLinks(name);
  const page = document.querySelector('h1')?.textContent ?? '';
  const height = useHeight(root, width, creditOf(page, number));
  const anchor = `#figure-${name}`;
  const here = `${window.location.origin}${window.location.pathname}`;
  return (
    <div className="share-panel" ref={root}>
      <CopyText label="Link to this figure, as it stands" text={here + link + anchor}>
        {promises
          ? `For a class: it names the draws behind the figure, and whoever opens it is told whether theirs are the same, bit for bit. ${about}`
          : 'It holds what you set for the page: seed, interval and the settings that stand in the address.'}
      </CopyText>
      <CopyText
        label="Embed it, live, on another page"
        text={embedSnippet({
          address: frameAddress(slug, name, query, light),
          title: `Figure ${number} of ${page}, Tadpool`,
          width,
          height,
        })}
        rows={4}
      >
        <label>
          Width{' '}
          <select value={width} onChange={(event) => setWidth(Number(event.target.value))}>
            {widths.map((one) => (
              <option key={one} value={one}>
                {one} px
              </option>
            ))}
          </select>
        </label>{' '}
        <label>
          Light{' '}
          <select
            value={light}
            onChange={(event) => setLight(lights.find((one) => one === event.target.value) ?? 'system')}
          >
            <option value="system">as the reader has it</option>
            <option value="light">light</option>
            <option value="dark">dark</option>
          </select>
        </label>{' '}
        At this width the figure is {height} px tall, which is the frame’s height. The frame also tells the page around
        it how tall it is, should that page want to listen.
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
  return { query, link, promises: link !== query, about: figure?.about() ?? '' };
}

function useHeight(root: { readonly current: HTMLElement | null }, width: number, credit: string): number {
  const [height, setHeight] = useState(600);
  useEffect(() => {
    const frame = window.requestAnimationFrame(() => {
      const figure = root.current?.closest('.figure');
      if (figure !== null && figure !== undefined) setHeight(heightInFrame(figure, width, credit));
    });
    return () => window.cancelAnimationFrame(frame);
  }, [root, width, credit]);
  return height;
}

function frameAddress(slug: string, name: string, query: string, light: Light): string {
  const { root = './' } = document.documentElement.dataset;
  const parameters = new URLSearchParams(query);
  if (light !== 'system') parameters.set('theme', light);
  const text = parameters.toString();
  const address = new URL(`${root}${embedFolder(slug, name)}`, `${window.location.origin}${window.location.pathname}`);
  return address.href + (text === '' ? '' : `?${text}`);
}
