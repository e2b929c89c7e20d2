// What the stage and the window with the notes tell each other, over a channel of this origin.
import type { Command } from './keymap';
import type { Phase } from './steps';

export interface Talk {
  readonly page: string;
  /** From one. */
  readonly number: number;
  readonly count: number;
  readonly part: number;
  readonly parts: number;
  readonly phase: Phase;
  readonly section: string;
  readonly title: string;
  readonly notes: readonly string[];
  /** What the step may take. */
  readonly minutes: number | null;
  /** How to read the figure on the stage; '' where there is none. */
  readonly caption: string;
  /** What comes next, in a few words; '' at the end. */
  readonly next: string;
  readonly startedAt: number;
  /** Minutes of the whole route, and those planned up to the end of this page. */
  readonly planned: { readonly all: number; readonly soFar: number } | null;
}

type Message =
  | { readonly kind: 'talk'; readonly talk: Talk }
  /** A window has opened and knows nothing yet. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'over' };

const name = 'tadpool-talk';

export interface Speaker {
  readonly tell: (talk: Talk) => void;
  readonly close: () => void;
}

/** The stage's end: says where the talk stands whenever it is told, and again to each window that opens. */
export function openSpeaker(onCommand: (command: Command) => void): Speaker {
  const channel = new BroadcastChannel(name);
  let last: Talk | null = null;
  const say = (message: Message): void => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'hello' && last !== null) say({ kind: 'talk', talk: last });
    if (data.kind === 'command') onCommand(data.command);
  });
  return {
    tell: (talk) => {
      last = talk;
      say({ kind: 'talk', talk });
    },
    close: () => {
      say({ kind: 'over' });
      channel.close();
    },
  };
}

export interface Listener {
  readonly send: (command: Command) => void;
  readonly close: () => void;
}

/** The notes' end. `onTalk` hears null when presenter mode was left. */
export function openListener(onTalk: (talk: Talk | null) => void): Listener {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'talk') onTalk(data.talk);
    if (data.kind === 'over') onTalk(null);
  });
  const say = (message: Message): void => channel.postMessage(message);
  say({ kind: 'hello' });
  return { send: (command) => say({ kind: 'command', command }), close: () => channel.close() };
}
