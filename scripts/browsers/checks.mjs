// What is asked of every browser: the page's fingerprints, and a chain of every model in the page's own worker.

/** Each check answers a sentence for what differs, or null. `side` is Node's (scripts/test-browsers.ts). */
export function checksFor(side, address, workerFile) {
  return [
    { name: 'sigma 1, seed 1', run: (browser) => atAddress(browser, side, `${address}reed-frogs/`, 1, 1) },
    { name: 'the slider by keyboard', run: (browser) => byKeyboard(browser, side) },
    {
      name: 'sigma 0.5, seed 7',
      run: (browser) => atAddress(browser, side, `${address}reed-frogs/?sigma=0.5&seed=7`, 0.5, 7),
    },
    {
      name: 'sigma 0.2, non-centred',
      run: (browser) => atAddress(browser, side, `${address}reed-frogs/?sigma=0.2`, 0.2, 1),
    },
    ...side.sweeps.map((sweep) => ({
      name: `${sweep.id}, in the worker`,
      run: async (browser) => differs(sweep.hash, await browser.evaluate(workerHash(`${address}${workerFile}`, sweep))),
    })),
  ];
}

async function atAddress(browser, side, address, sigma, seed) {
  await browser.goTo(address);
  const { hash } = await settled(browser, '');
  return differs(await side.pageHash(sigma, seed), hash);
}

/** Goes on from a page at rest: three steps to the left, and the run of the key where it stops. */
async function byKeyboard(browser, side) {
  const before = await settled(browser, '');
  await browser.evaluate(`document.querySelector('input.knob-range').focus()`);
  for (let step = 0; step < 3; step++) await browser.press('ArrowLeft');
  const { hash, sigma } = await settled(browser, before.hash);
  if (!(sigma > 0.8 && sigma < 1)) return `three keys led to sigma ${sigma}`;
  return differs(await side.pageHash(sigma, 1), hash);
}

/** Of the slider's own figure: others on the page have seeds too, and may be done first. */
const shown = `(() => {
  const figure = document.querySelector('input.knob-range')?.closest('.figure');
  const verdict = figure?.querySelector('.verdict[data-covered="false"]') ?? null;
  if (verdict === null || !verdict.textContent.includes('made in your browser')) return null;
  const { drawsSha256 } = verdict.querySelector('[data-draws-sha256]').dataset;
  return { hash: drawsSha256, sigma: Number(new URLSearchParams(location.search).get('sigma')) };
})()`;

/** The fingerprint of a run that this browser made and whose status is uncovered, once it is another than `before`. */
async function settled(browser, before) {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const found = await browser.evaluate(shown);
    if (found !== null && found.hash !== before) return found;
    if (Date.now() > deadline) throw new Error('no finished run after two minutes');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function differs(wanted, got) {
  return got === wanted ? null : `${got} in place of Node's ${wanted}`;
}

/** JavaScript that runs one chain in the site's own worker and answers the SHA-256 of its draws. */
function workerHash(address, { source, work }) {
  return `new Promise((resolve, reject) => {
    const worker = new Worker(${JSON.stringify(address)}, { type: 'module' });
    const parts = [];
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = async ({ data }) => {
      if (data.kind === 'batch') parts.push(data.batch.parameters);
      if (data.kind === 'failed') reject(new Error(JSON.stringify(data.failure)));
      if (data.kind !== 'ended') return;
      worker.terminate();
      const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
      resolve([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    };
    worker.postMessage({ kind: 'load', model: 0, source: ${JSON.stringify(source)} });
    worker.postMessage({ kind: 'start', task: 0, work: ${JSON.stringify(work)} });
  })`;
}
