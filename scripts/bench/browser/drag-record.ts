// What the page's probe writes down of a drag, and which picture answers which input.

/** Milliseconds on the page's clock. */
export interface Input {
  /** When the hand moved, as the browser stamps the event. */
  readonly moved: number;
  /** When the page heard of it. */
  readonly heard: number;
  readonly position: number;
}

export interface Picture {
  /** A short picture while the hand moves, a longer one where it pauses, the run of the key. */
  readonly kind: 'glimpse' | 'closer look' | 'settled';
  readonly sigma: number;
  /** When its first chain was sent to a worker, when its summary came back, and when the chart had been changed. */
  readonly asked: number;
  readonly answered: number;
  readonly changed: number | null;
}

export interface DragRecord {
  readonly inputs: readonly Input[];
  readonly pictures: readonly Picture[];
  /** Times of animation frames. */
  readonly frames: readonly number[];
}

/**
 * For each input the first picture that shows it or a later input. A picture shows the last input of its sigma that had been heard when it was
 * asked for. Null where none came: the settled run was there before.
 */
export function answers(
  { inputs, pictures }: DragRecord,
  sigmaAt: (position: number) => number,
): readonly (Picture | null)[] {
  const shown = pictures
    .filter(({ kind, changed }) => kind !== 'settled' && changed !== null)
    .map((picture) => ({
      picture,
      input: inputs.findLastIndex(
        ({ heard, position }) => heard <= picture.asked && sigmaAt(position) === picture.sigma,
      ),
    }));
  return inputs.map((_, k) => shown.find(({ input }) => input >= k)?.picture ?? null);
}

/** Lengths of the frames, ms. */
export function frameTimes({ frames }: DragRecord): number[] {
  return frames.slice(1).map((time, k) => time - frames[k]);
}
