// Reading passages out of a rendered page.
import { describe, expect, test } from 'vitest';
import { passagesOf } from '../../../src/app/search/passages';

const page = (body: string): string =>
  `<body><nav><p>Not of the page, however long it may be.</p></nav><main id="text">${body}</main></body>`;

describe('passages', () => {
  test('stand under their heading, and a figure has its own place', () => {
    const found = passagesOf(
      page(
        '<h1>Frogs</h1><p>Some tanks hold frogs, &amp; some do not.</p>' +
          '<h2 id="tanks">Tanks<a class="anchor" href="#tanks">#</a></h2>' +
          '<figure id="all" class="figure"><p class="figure-title">Tanks differ</p><div class="chart"><svg><text>25</text></svg></div>' +
          '<figcaption>One mark a tank, in the order of the experiment.</figcaption></figure>' +
          '<p>On average <span class="value">72 %</span> of them lived to tell.</p>',
      ),
    );
    expect(found).toEqual([
      { kind: 'heading', anchor: '', heading: 'Frogs', text: 'Frogs' },
      { kind: 'text', anchor: '', heading: 'Frogs', text: 'Some tanks hold frogs, & some do not.' },
      { kind: 'heading', anchor: 'tanks', heading: 'Tanks', text: 'Tanks' },
      { kind: 'figure', anchor: 'all', heading: 'Tanks', text: 'Tanks differ' },
      { kind: 'text', anchor: 'all', heading: 'Tanks', text: 'One mark a tank, in the order of the experiment.' },
      { kind: 'text', anchor: 'tanks', heading: 'Tanks', text: 'On average 72 % of them lived to tell.' },
    ]);
  });

  test('hold a word of the glossary without its card, and mathematics as it is read', () => {
    const [passage] = passagesOf(
      page(
        '<p>The <span class="term"><button class="term-word">prior</button><span class="term-card"><strong>prior</strong> What it was.</span></span> of ' +
          '<span class="katex"><math><mi>σ</mi><annotation>\\sigma</annotation></math><span aria-hidden="true"><i>σ</i></span></span> comes <br/>first in line.</p>',
      ),
    );
    expect(passage.text).toBe('The prior of σ comes first in line.');
  });

  test('leave out controls and labels', () => {
    expect(
      passagesOf(
        page('<div class="figure-controls"><p>Drag this slider to the left or right.</p></div><p>Solution</p>'),
      ),
    ).toEqual([]);
  });

  test('a glossary’s word has a place of its own', () => {
    const found = passagesOf(
      page('<h1>Words</h1><dl><dt id="draw">draw</dt><dd>One set of values for all parameters.</dd></dl>'),
    );
    expect(found.slice(1)).toEqual([
      { kind: 'word', anchor: 'draw', heading: 'draw', text: 'draw' },
      { kind: 'text', anchor: 'draw', heading: 'draw', text: 'One set of values for all parameters.' },
    ]);
  });
});
