import type { WhatChanged } from '@hale/widgets';
import { changeMessages, setMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/what-changed.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { fourWeeksBefore } from '../support/change.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { savedBy } from '../support/reading.ts';
import { hostile, notEnough, ready } from '../support/reports.ts';
import { states } from '../support/states.ts';

const shown = (given: Partial<WhatChanged>, width = 640) =>
  mountElement(Object.assign(document.createElement('hale-what-changed'), given), width);

const all = <T extends Element = HTMLElement>(element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];
const tenths = (text: string | null) => Math.round(Number(text?.replace('−', '-')) * 10);

describe('<hale-what-changed>', () => {
  afterEach(unmountAll);

  it('leads from the score that was to the score that is, in points that add up', async () => {
    const element = await shown({ report: ready(), earlier: fourWeeksBefore() });
    const [from, to] = all(element, '[part~="score"]').map(({ textContent }) => tenths(textContent));
    expect([from, to]).to.deep.equal([709, 620]);
    const points = all(element, '[part~="points"]').map(({ textContent }) => tenths(textContent));
    expect(points).to.have.length(5);
    expect(points.reduce((sum, one) => sum + one, from ?? 0)).to.equal(to);
    const text = textOf(element);
    expect(text).to.match(/^What changed, 17 Oct to 14 Nov Down 8\.9: the customer −6\.5, what we can see −2\.4/);
    expect(text).to.include('Seats in use 56 of 60 to 41 of 60 −2.7');
    expect(text).to.include('The parts add up to the change.');
  });

  it('draws each step from where the one before ended: solid for the customer, hollow for what we did', async () => {
    const element = await shown({ report: ready(), earlier: fourWeeksBefore() });
    const steps = all(element, '[part~="mover"] rect').map((one) => {
      const { left, right } = one.getBoundingClientRect();
      return one.classList.contains('fall') ? [right, left] : [left, right];
    });
    for (const [index, [start = 0]] of steps.entries()) {
      if (index) expect(start).to.be.closeTo(steps[index - 1]?.[1] ?? Number.NaN, 0.6);
    }
    const looks = ['.data', '.coverage'].map((cause) => {
      const [step] = all(element, `${cause} rect`);
      return step && [getComputedStyle(step).stroke, getComputedStyle(step).strokeDasharray].join();
    });
    expect(looks[0]).to.equal('none,none');
    expect(looks[1]).to.match(/3(px)?, 2/);
  });

  it('says that parts are estimates where another model gave the earlier score', async () => {
    const earlier = fourWeeksBefore({ model: { id: 'b2b-saas', version: '4' } });
    expect(textOf(await shown({ report: ready(), earlier }))).to.match(/How we score .* the parts are estimates/);
  });

  it('says that there is nothing to compare with', async () => {
    expect(textOf(await shown({ report: ready() }))).to.match(/^What changed No earlier report As of/);
    expect(textOf(await shown({ report: notEnough(), earlier: ready() }))).to.match(
      /No score any more, 62 before 31% observed, 50% needed/,
    );
  });

  it('follows a source for the later report', async () => {
    const source = memorySource([ready()]);
    const element = await shown({ source, account: 'averlund', earlier: fourWeeksBefore() });
    expect(textOf(element)).to.include('Down 8.9');
  });

  for (const [state, enter] of states) {
    for (const width of [120, 240, 320, 480, 1200]) {
      it(`says in words that it is ${state}, within ${width} px`, async () => {
        const element = document.createElement('hale-what-changed');
        element.earlier = fourWeeksBefore();
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: /Down 8\.9.*70\.9.*62\.0/,
          partial: /Down 4\.9.*70\.9.*66\.0.*58% observed/,
          'not-enough': /No score any more, 70\.9|No score any more, 71.*31% observed, 50% needed/,
          empty: /No score any more/,
          stale: /70\.9.*62\.0.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
        const { left, right } = element.getBoundingClientRect();
        const wide = all(element, '*').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && !one.closest('.unseen') && (box.left < left - 1 || box.right > right + 1);
        });
        expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')}`)).to.deep.equal([]);
      });
    }
  }

  it('has a table of all that moved, and saves it', async () => {
    const element = await shown({ report: ready(), earlier: fourWeeksBefore() });
    part(element, 'table-toggle').click();
    await settled(element);
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Averlund-Freight-What-changed-17-Oct-to-14-Nov.csv');
    expect(text.split('\r\n')[1]).to.equal('Urgent ticket,The customer,0 days,6 days,0 days to 6 days,-5');
  });

  it('speaks the language set, at once, with its figures', async () => {
    const element = await shown({ report: ready(), earlier: fourWeeksBefore(), lang: 'de' });
    setMessages('de', changeMessages, { data: 'Der Kunde' });
    await settled(element);
    expect(textOf(element)).to.match(/Der Kunde −6,5/);
  });

  it('runs from the right where writing does', async () => {
    const box = await mount('<div dir="rtl"><hale-what-changed></hale-what-changed></div>', 640);
    const element = box.querySelector('hale-what-changed') as WhatChanged;
    Object.assign(element, { report: ready(), earlier: fourWeeksBefore() });
    await settled(box);
    const [then, now] = ['circle.then', 'circle.now'].map(
      (name) => all(element, name)[0]?.getBoundingClientRect().left,
    );
    expect(now).to.be.above(then ?? Number.NaN);
  });

  it('draws something honest of hostile reports, on either side', async () => {
    const complain = console.error;
    console.error = () => {};
    try {
      for (const [what, report] of hostile) {
        const odd = report as WhatChanged['report'];
        for (const given of [
          { report: odd, earlier: ready() },
          { report: ready(), earlier: odd },
        ]) {
          const text = textOf(await shown(given));
          expect(text, what).to.not.match(/NaN|undefined|\[object|Infinity/);
          expect(text, what).to.not.equal('');
          unmountAll();
        }
      }
    } finally {
      console.error = complain;
    }
  });

  it('draws something honest of any two reports', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const parts = [
      'score',
      'contributions',
      'model',
      'override',
      'stage',
      'asOf',
      'tiers',
      'account',
      'reason',
    ] as const;
    const report = fc.record(Object.fromEntries(parts.map((name) => [name, odd])), { requiredKeys: [] });
    const complain = console.error;
    console.error = () => {};
    try {
      await fc.assert(
        fc.asyncProperty(report, fc.oneof(report, odd), async (given, earlier) => {
          // As a page would hand over what it never checked.
          Object.assign(element, { report: given, earlier });
          await element.updateComplete;
          expect(textOf(element)).to.not.match(/NaN|undefined|\[object/);
          expect(textOf(element)).to.not.equal('');
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
