// A QR code as the path of its dark modules.
import { encode } from 'uqr';

/** Modules of light around it, as the standard has it. */
const quiet = 4;

export function drawCode(text: string): { readonly size: number; readonly path: string } {
  const { data } = encode(text, { ecc: 'M', border: quiet });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size: data.length, path };
}
