// Colours as they are seen: contrast of WCAG 2, the three dichromacies of Machado, Oliveira and Fernandes (2009), distance by CIEDE2000.
type Triple = readonly [number, number, number];
export type Vision = 'normal' | 'protanopia' | 'deuteranopia' | 'tritanopia';

/** Table 1 of Machado et al. at full severity, for linear RGB. */
const seen: Readonly<Record<Vision, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const visions: readonly Vision[] = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'];

/** Of #rgb or #rrggbb, from 0 to 1, linear. */
function linear(hex: string): Triple {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const part = (at: number): number => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [part(0), part(2), part(4)];
}

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;

/** WCAG 2: from 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => dot([0.2126, 0.7152, 0.0722], linear(hex));
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Distance of two colours as that vision has them. */
export function distance(one: string, other: string, vision: Vision): number {
  return ciede2000(labOf(one, vision), labOf(other, vision));
}

function labOf(hex: string, vision: Vision): Triple {
  const rgb = linear(hex);
  const [red, green, blue] = seen[vision].map((row) => Math.min(1, Math.max(0, dot(row, rgb))));
  const light: Triple = [red, green, blue];
  const curve = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = curve(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = curve(dot([0.2126729, 0.7151522, 0.072175], light));
  const z = curve(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = Math.PI / 180;

/** Sharma, Wu and Dalal (2005), equations 2 to 22, of two colours in Lab. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const bent = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const stretch = 1 + 0.5 * (1 - bent((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const hue = (a: number, b: number): number => (Math.atan2(b, stretch * a) / radians + 360) % 360;
  const [h1, h2] = [hue(a1, b1), hue(a2, b2)];
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * radians);
  const middle = grey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const wave = (times: number, shift: number): number => Math.cos((times * middle + shift) * radians);
  const t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.2 * wave(4, -63);
  const perLightness = (l2 - l1) / (1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2));
  const perChroma = (c2 - c1) / (1 + 0.045 * chroma);
  const perHue = deltaHue / (1 + 0.015 * chroma * t);
  const rotation = -2 * bent(chroma) * Math.sin(60 * Math.exp(-(((middle - 275) / 25) ** 2)) * radians);
  return Math.sqrt(perLightness ** 2 + perChroma ** 2 + perHue ** 2 + rotation * perChroma * perHue);
}
