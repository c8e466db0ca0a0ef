import type { Status } from '@hale/widgets';
import { setMessages, statusMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/status.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { hostile, ready, reportOf } from '../support/reports.ts';
import { failed, told } from '../support/sources.ts';
import { states } from '../support/states.ts';
import { viewOf } from '../support/view.ts';

async function shown(given: Partial<Status>, width = 480): Promise<Status> {
  return mountElement(Object.assign(document.createElement('hale-status'), given), width);
}

const spoken = (element: Element) => part(element, 'pill').getAttribute('aria-label');

describe('<hale-status>', () => {
  afterEach(unmountAll);

  it('is drawn from attributes alone', async () => {
    const element = await mount<Status>(
      '<hale-status score="62" label="Acme" change="-12" show="change"></hale-status>',
    );
    expect(textOf(element)).to.equal('Watch 62 12');
    expect(spoken(element)).to.equal('Acme: 62 of 100, Watch. Down 12 in 28 days');
    expect(part(element, 'glyph').classList.contains('watch')).to.equal(true);
  });

  it('shows the word alone, the score, or the change, as asked', async () => {
    const report = ready();
    expect(textOf(await shown({ report, show: 'word' }))).to.equal('Watch');
    expect(textOf(await shown({ report }))).to.equal('Watch 62');
    expect(textOf(await shown({ report, show: 'change' }))).to.equal('Watch 62 12');
    expect(textOf(await shown({ score: 80, change: 0, show: 'change' }))).to.equal('Healthy 80 steady');
  });

  it('is a shape and a name for it where there is room for no word', async () => {
    const element = await shown({ report: ready(), layout: 'glyph' });
    expect(textOf(element)).to.equal('');
    expect(spoken(element)).to.equal('Averlund Freight: 62 of 100, Watch. Down 12 in 28 days');
  });

  it('has another shape for each tier, not colour alone', async () => {
    const shapes: (string | undefined)[] = [];
    for (const score of [20, 50, 80, null]) {
      const element = await shown({ score, coverage: 0.3 });
      shapes.push(part(element, 'glyph').firstElementChild?.outerHTML);
    }
    expect(new Set(shapes)).to.have.property('size', 4);
  });

  it('follows a source', async () => {
    const element = await shown({ source: memorySource([ready()]), account: 'averlund' });
    expect(textOf(element)).to.equal('Watch 62');
  });

  for (const [state, enter] of states) {
    for (const width of [60, 120, 320, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-status');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /^Not connected$/,
          loading: /^Loading$/,
          ready: /^Watch 62$/,
          partial: /^Watch \d+ \d+% observed$/,
          'not-enough': /^No score$/,
          empty: /^Nothing yet$/,
          stale: /^Watch 62 4 days old$/,
          error: /^Could not load Try again$/,
        };
        expect(textOf(element)).to.match(words[state]);
        expect(element.getBoundingClientRect().width).to.be.at.most(width);
      });
    }
  }

  it('says why there is no score, and what failed, to those who listen', async () => {
    const element = await shown({ source: told(failed()), account: 'averlund', label: 'Averlund' });
    expect(spoken(element)).to.match(/^Averlund: Could not load\. \S/);
  });

  it('says what a person has set', async () => {
    const override = { tier: 'healthy', reason: 'Signed', computed: { score: 62, tier: 'watch' } };
    const element = await shown({ report: { ...reportOf({}), tier: 'healthy', override } });
    expect(textOf(element)).to.equal('Healthy 62 by hand');
  });

  it("shows a customer's view as a figure without a tier", async () => {
    const element = await shown({ report: viewOf() });
    expect(textOf(element)).to.match(/^\d+ of 100$/);
    expect(textOf(await shown({ report: viewOf(), layout: 'glyph', show: 'word' }))).to.match(/^\d+ of 100$/);
  });

  it('is as high while it loads as with a score', async () => {
    const loading = await shown({ source: told(), account: 'averlund' });
    const { height } = loading.getBoundingClientRect();
    expect(height).to.equal(24);
    expect((await shown({ report: ready() })).getBoundingClientRect().height).to.equal(height);
  });

  it('stands in a line of text and takes no more room than it needs', async () => {
    const box = await mount('<p>Acme <hale-status score="80"></hale-status></p>', 600);
    await settled(box);
    const { width } = box.querySelector('hale-status')?.getBoundingClientRect() ?? { width: 0 };
    expect(width).to.be.within(60, 160);
  });

  it('cuts a tier of many letters short and keeps to its room', async () => {
    const label = 'Endangered beyond all doubt '.repeat(3);
    const element = await shown({ score: 20, tiers: [{ id: 'a', label, from: 0, tone: 'at-risk' }] }, 120);
    expect(element.getBoundingClientRect().width).to.be.at.most(120);
    expect(element.getBoundingClientRect().height).to.equal(24);
    expect(part(element, 'figure').getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right);
  });

  it('speaks the language set, at once', async () => {
    const element = await mount<Status>('<hale-status lang="nl" score="80" change="0" show="change"></hale-status>');
    setMessages('nl', statusMessages, { steady: 'gelijk' });
    await settled(element);
    expect(textOf(element)).to.match(/gelijk$/);
  });

  it('begins at the right where writing does', async () => {
    const box = await mount('<div dir="rtl"><hale-status score="20"></hale-status></div>', 300);
    const element = box.querySelector('hale-status') as Status;
    const [shape, figure] = ['glyph', 'figure'].map((name) => part(element, name).getBoundingClientRect().left);
    expect(shape).to.be.above(figure ?? Number.NaN);
  });

  it('draws something honest of a hostile report', async () => {
    const complain = console.error;
    console.error = () => {};
    try {
      for (const report of hostile) {
        const element = await shown({ report: report as Status['report'] });
        expect(textOf(element)).to.not.match(/NaN|undefined|null|object|Infinity/);
        expect(textOf(element)).to.not.equal('');
      }
    } finally {
      console.error = complain;
    }
  });

  it('draws something honest of any report', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const parts = ['score', 'tier', 'tiers', 'coverage', 'asOf', 'trend', 'override', 'account', 'reason'] as const;
    const report = fc.record(Object.fromEntries(parts.map((name) => [name, odd])), { requiredKeys: [] });
    const complain = console.error;
    console.error = () => {};
    try {
      await fc.assert(
        fc.asyncProperty(report, fc.constantFrom('pill', 'plain', 'glyph'), async (given, layout) => {
          // As a page would hand over what it never checked.
          Object.assign(element, { report: given, layout, show: 'change' });
          await element.updateComplete;
          expect(spoken(element)).to.be.a('string').that.is.not.equal('');
          expect(textOf(element)).to.not.match(/NaN|undefined|\[object/);
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
