// A Chromium that nobody looks into but for its trace: a debugger that watches requests has V8 read whole scripts again on the main thread.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { TraceEvent } from './trace';

export interface PlainChromium {
  /** A page with an empty cache, its processor slowed so many times, traced from before it is opened until `ms` after. */
  readonly traceLoad: (address: string, slowdown: number, ms: number) => Promise<readonly TraceEvent[]>;
  readonly close: () => void;
}

export interface PlainLaunch {
  readonly executablePath: string;
  readonly sandbox: boolean;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** What is read of a message of the DevTools protocol. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly error?: { readonly message: string };
  readonly result?: Ids;
  readonly params?: { readonly value?: readonly TraceEvent[] };
}

interface Ids {
  readonly browserContextId?: string;
  readonly targetId?: string;
  readonly sessionId?: string;
}

const categories = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'loading',
] as const;

export function openPlainChromium({ executablePath, sandbox, args, env }: PlainLaunch): PlainChromium {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const own = ['--headless', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--window-size=1280,900'];
  const child = spawn(executablePath, [...args, ...own, ...(sandbox ? [] : ['--no-sandbox'])], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error('the browser has no pipe');
  const waiting = new Map<number, { resolve: (ids: Ids) => void; reject: (error: Error) => void }>();
  let sent = 0;
  let events: TraceEvent[] = [];
  let traceEnded: () => void = () => undefined;
  const hear = ({ id, method, error, result = {}, params }: Message): void => {
    const asked = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
    if (method === 'Tracing.dataCollected') events.push(...(params?.value ?? []));
    if (method === 'Tracing.tracingComplete') traceEnded();
  };
  let rest = Buffer.alloc(0);
  fromBrowser.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message: Message = JSON.parse(rest.subarray(0, end).toString());
      rest = rest.subarray(end + 1);
      hear(message);
    }
  });
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Ids> =>
    new Promise((resolve, reject) => {
      const id = ++sent;
      waiting.set(id, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });

  const traceLoad = async (address: string, slowdown: number, ms: number): Promise<readonly TraceEvent[]> => {
    const { browserContextId } = await send('Target.createBrowserContext');
    const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    await send('Emulation.setCPUThrottlingRate', { rate: slowdown }, sessionId);
    events = [];
    const traceConfig = { includedCategories: categories };
    await send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    await send('Page.navigate', { url: address }, sessionId);
    await new Promise((resolve) => setTimeout(resolve, ms));
    const ended = new Promise<void>((resolve) => (traceEnded = resolve));
    await send('Tracing.end');
    await ended;
    await send('Target.disposeBrowserContext', { browserContextId });
    return events;
  };

  return {
    traceLoad,
    close: () => {
      child.once('exit', () => rmSync(profile, { recursive: true, force: true }));
      child.kill();
    },
  };
}
