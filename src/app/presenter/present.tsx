// Enters presenter mode on the page as it stands, and leaves it so that nothing was lost: the stage only shows and hides.
import { createRoot } from 'react-dom/client';
import { stayWithBuild } from '../../store/page-pool';
import { askedFor, putInAddress } from './address';
import { Presenter } from './Presenter';
import { endSession } from './session';
import { openStage } from './stage';
import './presenter.css';
import './stage.css';
import './stage-figures.css';
import './stage-questions.css';
import './stage-controls.css';

let presenting = false;

/** `root`: the site's folder as seen from the page. Does nothing while presenter mode is on. */
export function present(slug: string, root: string): void {
  const article = document.querySelector<HTMLElement>('main > article');
  const sheet = document.querySelector<HTMLElement>('.sheet');
  if (presenting || article === null || sheet === null) return;
  presenting = true;
  const asked = askedFor(window.location.search);
  const { scrollX, scrollY } = window;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const host = document.createElement('div');
  host.className = 'presenter';
  document.body.append(host);
  const stage = openStage(article, sheet);
  const surface = createRoot(host);
  const leave = (): void => {
    surface.unmount();
    host.remove();
    stage.close();
    putInAddress(null);
    endSession();
    stayWithBuild(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    presenting = false;
    // The page has its height again; layout comes first.
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    focused?.focus({ preventScroll: true });
  };
  surface.render(<Presenter {...{ slug, root, stage, asked, leave }} />);
}
