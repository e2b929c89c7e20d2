// WebKit, through WebKitGTK's own WebDriver in a virtual display: plain HTTP.
import { createServer } from 'node:net';
import { keyCodes } from './keys.mjs';
import { programOnPath, startProgram } from './program.mjs';

/** Null where there is no WebKitGTK driver, or nothing to display on. */
export async function openWebKit() {
  const path = programOnPath('WebKitWebDriver');
  const xvfb = programOnPath('Xvfb');
  if (path === null || xvfb === null) return null;
  const display = await startProgram(
    xvfb,
    ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    /(\d+)\n/,
  );
  const port = await freePort();
  const env = { DISPLAY: `:${display.match[1]}` };
  const driver = await startDriver(path, port, env);
  const { sessionId, capabilities } = await driver.send('POST', 'session', { capabilities: {} });
  const session = `session/${sessionId}`;
  await driver.send('POST', `${session}/timeouts`, { script: 120_000, pageLoad: 60_000 });
  return {
    name: `WebKit (${capabilities.browserName} ${capabilities.browserVersion})`,
    goTo: (url) => driver.send('POST', `${session}/url`, { url }),
    evaluate: async (expression) => {
      const script = `const tell = arguments[0]; (async () => ${expression})().then((value) => tell({ value }), (error) => tell({ error: String(error) }));`;
      const answer = await driver.send('POST', `${session}/execute/async`, { script, args: [] });
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    press: (key) => {
      const value = keyCodes[key];
      const strokes = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      return driver.send('POST', `${session}/actions`, {
        actions: [{ type: 'key', id: 'keyboard', actions: strokes }],
      });
    },
    close: async () => {
      await driver.send('DELETE', session).catch(() => undefined);
      driver.stop();
      display.stop();
    },
  };
}

/** The driver says nothing when it is ready: it is asked. */
async function startDriver(path, port, env) {
  const { stop } = await startProgram(
    '/bin/sh',
    ['-c', 'echo ready; exec "$0" "$@"', path, `--port=${port}`],
    /ready/,
    env,
  );
  const send = async (method, what, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/${what}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    try {
      await send('GET', 'status');
      return { send, stop };
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
