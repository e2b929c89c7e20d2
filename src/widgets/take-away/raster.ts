// An SVG as PNG, painted by the browser itself.
import type { StandalonePicture } from './picture';

/** Twice the size on the page, and at least this wide, in pixels. */
const atLeast = 1600;

/** The picture goes through a data: address, which the page's policy allows for images. */
export async function rasterOf({ svg, width, height }: StandalonePicture): Promise<Blob> {
  const scale = Math.max(2, atLeast / width);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  // Safari says that an image is ready before the typefaces inside it are.
  await new Promise((resolve) => {
    window.setTimeout(resolve, 100);
  });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
