// How tall a figure is in a frame of a given width: a copy of the page's own figure is laid out, measured and taken away again before
// anything is painted.
import './embed.css';

/** `credit`: the line under an embedded figure. */
export function heightInFrame(figure: Element, width: number, credit: string): number {
  const page = document.createElement('div');
  page.className = 'embed-trial';
  page.style.width = `${width}px`;
  page.inert = true;
  const sheet = document.createElement('div');
  sheet.className = 'embed prose';
  const copy = document.importNode(figure, true);
  // Sharing itself is not offered in a frame, and its menu is closed.
  for (const share of copy.querySelectorAll('.share')) share.remove();
  const menu = copy.querySelector('.figure-menu');
  if (menu?.childElementCount === 0) menu.remove();
  for (const details of copy.querySelectorAll('.figure-menu details')) details.removeAttribute('open');
  const line = document.createElement('p');
  line.className = 'embed-credit';
  line.textContent = credit;
  sheet.append(copy, line);
  page.append(sheet);
  document.body.append(page);
  const { height } = sheet.getBoundingClientRect();
  page.remove();
  return Math.ceil(height);
}
