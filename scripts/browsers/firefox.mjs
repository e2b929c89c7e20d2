// Firefox, through WebDriver BiDi: a WebSocket that Firefox itself opens, with no driver in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyCodes } from './keys.mjs';
import { programOnPath, startProgram } from './program.mjs';

/** Null where there is no Firefox. TADPOOL_FIREFOX names one that is not on PATH. */
export async function openFirefox() {
  const path = process.env.TADPOOL_FIREFOX ?? programOnPath('firefox-esr', 'firefox');
  if (path === null) return null;
  const profile = mkdtempSync(join(tmpdir(), 'tadpool-firefox-'));
  const words = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
  const { stop, match } = await startProgram(path, words, /BiDi listening on (ws:\S+)/, {
    MOZ_CRASHREPORTER_DISABLE: '1',
  });
  const bidi = await connect(`${match[1]}/session`);
  const { capabilities } = await bidi.send('session.new', { capabilities: {} });
  const { contexts } = await bidi.send('browsingContext.getTree', {});
  const { context } = contexts[0];
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    goTo: (url) => bidi.send('browsingContext.navigate', { context, url, wait: 'complete' }),
    evaluate: async (expression) => {
      const asked = { expression: inJson(expression), target: { context }, awaitPromise: true };
      const answer = await bidi.send('script.evaluate', asked);
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result.value).value;
    },
    press: (key) => {
      const value = keyCodes[key];
      const strokes = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      return bidi.send('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keyboard', actions: strokes }],
      });
    },
    close: async () => {
      await bidi.send('browser.close', {}).catch(() => undefined);
      stop();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

const inJson = (expression) => `(async () => JSON.stringify({ value: await (${expression}) }))()`;

async function connect(address) {
  const socket = new WebSocket(address);
  const waiting = new Map();
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error(`no connection to ${address}`)), { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    const asked = waiting.get(message.id);
    if (asked === undefined) return;
    waiting.delete(message.id);
    if (message.type === 'error') asked.reject(new Error(`${message.error}: ${message.message}`));
    else asked.resolve(message.result);
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
  });
  let last = 0;
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        last++;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
  };
}
