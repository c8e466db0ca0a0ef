import type { Scatter } from '@hale/widgets';
import { scatterMessages, setMessages } from '@hale/widgets';
import '@hale/widgets/define/scatter.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { listed } from '../support/portfolios.ts';
import { press, savedBy } from '../support/reading.ts';

const shown = (given: Partial<Scatter>, width = 640) =>
  mountElement(Object.assign(document.createElement('hale-scatter'), given), width);
const all = (element: Element, selector: string) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])];
const said = (element: Element) => part(element, 'headline').textContent?.trim();

describe('<hale-scatter>', () => {
  afterEach(unmountAll);

  it('says how far two figures rise together, and of how many', async () => {
    const element = await shown({ portfolio: listed(48) });
    expect(part(element, 'label').textContent).to.equal('Health and seats in use, 44 accounts');
    expect(said(element)).to.match(/^They rise together \(rank correlation 0\.8\d, n 44\)$/);
    expect(textOf(element)).to.match(/As of 14 Nov, 09:00 UTC; 4 without both figures/);
    element.x = 'seats';
    await settled(element);
    expect(said(element)).to.match(/^Too few/);
    element.portfolio = { ...listed(9) };
    element.x = null;
    await settled(element);
    expect(said(element)).to.equal('Too few accounts to tell whether they move together (n 9)');
    expect(all(element, '.fit')).to.have.length(0);
  });

  it('draws each account as the shape of its tier, on the scale, with a line through them', async () => {
    const element = await shown({ portfolio: listed(48) });
    expect(all(element, '.mark')).to.have.length(44);
    expect(all(element, '.mark.at-risk').length).to.be.above(0);
    expect(all(element, '.axis')).to.have.length(3);
    expect(all(element, '.fit')).to.have.length(1);
    const ticks = all(element, 'text.tick').map(({ textContent }) => textContent);
    expect(ticks).to.include.members(['0', '40', '70', '100', 'Health', 'Seats in use', '50%']);
    expect(all(element, '[part="legend"] li')).to.have.length(3);
  });

  it('rings and names the subject', async () => {
    const element = await shown({ portfolio: listed(48), subject: 'a5' });
    expect(all(element, '.subject')).to.have.length(1);
    expect(all(element, '.pointed').map(({ textContent }) => textContent)).to.deep.equal(['Account 5']);
    expect(all(element, '.leader')).to.have.length(1);
    element.subject = 'nobody';
    await settled(element);
    expect(all(element, '.subject')).to.have.length(0);
  });

  it('gathers more than 500 accounts, and says so', async () => {
    const element = await shown({ portfolio: listed(1200) });
    expect(all(element, '.mark')).to.have.length(0);
    expect(all(element, '.gathered').length).to.be.within(10, 500);
    expect(textOf(element)).to.include('1,100 accounts, gathered: each disc is as many as it is large');
    part(element, 'plot').focus();
    await press(element, 'ArrowRight');
    expect(said(element)).to.match(/^(Account \d+|\d+ accounts): seats in use \d+%, health \d+$/);
  });

  it('is read by keyboard: one stop, arrows, Home and End, Escape', async () => {
    const element = await shown({ portfolio: listed(24) });
    const plot = part(element, 'plot');
    expect(all(element, '[tabindex="0"]')).to.have.length(1);
    plot.focus();
    expect(plot.getAttribute('aria-valuetext')).to.match(/^Account 0: seats in use 10%, health 19$/);
    await press(element, 'End');
    expect(said(element)).to.match(/: seats in use 9\d%, health \d+$/);
    await press(element, 'Home');
    await press(element, 'ArrowRight');
    expect(all(element, '.here')).to.have.length(1);
    await press(element, 'Escape');
    expect(said(element)).to.match(/^They rise/);
    expect(part(element, 'description').textContent).to.match(
      /^22 accounts\. Seats in use: 10% to 9\d%\. Health: \d+ to \d+\.$/,
    );
  });

  it('is read by pointer at the point that is nearest, across and down', async () => {
    const two = listed(2);
    const [one, other] = two.accounts ?? [];
    if (!one || !other) throw new Error('There are two accounts.');
    const accounts = [
      { ...one, score: 20, tier: 'at-risk', activeUsers: 50 },
      { ...other, score: 90, tier: 'healthy', activeUsers: 50 },
    ];
    const element = await shown({ portfolio: { ...two, accounts } });
    const box = all(element, '.mark.at-risk')[0]?.getBoundingClientRect();
    if (!box) throw new Error('There is a mark.');
    const at = { clientX: box.left + 4, clientY: box.top + 4, bubbles: true };
    part(element, 'plot').dispatchEvent(new PointerEvent('pointermove', at));
    await settled(element);
    expect(said(element)).to.equal('Account 0: seats in use 50%, health 20');
  });

  it('has a table of all, and saves it', async () => {
    const element = await shown({ portfolio: listed(24), x: 'value' });
    part(element, 'table-toggle').click();
    await settled(element);
    expect(all(element, 'tbody tr')).to.have.length(22);
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Health-and-yearly-value-22-accounts.csv');
    expect(text.split('\r\n').slice(0, 2)).to.deep.equal([
      'Account,Yearly value,Health,Tier',
      'Account 0,1000,19,At risk',
    ]);
  });

  for (const width of [120, 240, 320, 480, 1200]) {
    it(`keeps within ${width} px, and says in words what state it is in`, async () => {
      const long = listed(30);
      const accounts = (long.accounts ?? []).map((one, n) => ({
        ...one,
        name: 'Ω'.repeat(100),
        yearlyValue: 10 ** (n % 12),
      }));
      for (const [given, words] of [
        [{}, /Not connected/],
        [{ portfolio: listed(48), subject: 'a5' }, /They rise together/],
        [{ portfolio: { ...long, accounts }, x: 'value', y: 'seats', subject: 'a3' }, /Too few/],
        [{ portfolio: { ...listed(0) } }, /No accounts yet/],
        [{ portfolio: { schema: 'hale.portfolio/2' } as object }, /Could not load.*reads hale\.portfolio\/1/],
      ] as const) {
        const element = await shown(given as Partial<Scatter>, width);
        expect(textOf(element)).to.match(words);
        const { left, right } = element.getBoundingClientRect();
        const wide = all(element, '*').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 0 && !one.closest('.unseen, .glyph') && (box.left < left - 1 || box.right > right + 1);
        });
        expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')} ${one.textContent}`)).to.deep.equal([]);
        unmountAll();
      }
    });
  }

  it('asks an address, and says that it loads', async () => {
    const real = globalThis.fetch;
    let answer: (response: Response) => void = () => {};
    globalThis.fetch = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    try {
      const element = await shown({ src: 'https://health.example.com/v1/portfolio/accounts' });
      expect(isIn(element, 'loading')).to.equal(true);
      expect(textOf(element)).to.match(/Loading/);
      answer(new Response(JSON.stringify(listed(48))));
      await settled(element);
      await settled(element);
      expect(said(element)).to.match(/^They rise together/);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('runs from the right where writing does, and speaks the language set', async () => {
    const box = await mount('<div dir="rtl" lang="nl"><hale-scatter></hale-scatter></div>', 640);
    const element = box.querySelector('hale-scatter') as Scatter;
    element.portfolio = listed(48);
    setMessages('nl', scatterMessages, { rising: 'Samen omhoog' });
    await settled(box);
    expect(said(element)).to.match(/^Samen omhoog/);
    const axis = all(element, '.axis')[0]?.getBoundingClientRect().left ?? 0;
    expect(axis).to.be.above(element.getBoundingClientRect().right - 80);
  });

  it('leaves nothing behind when it is taken out, and works again when it is put back', async () => {
    const element = document.createElement('hale-scatter');
    element.portfolio = listed(48);
    const leaks = await leaksOf(async () => {
      await mountElement(element);
      element.remove();
    });
    expect(leaks.listeners).to.deep.equal([]);
    await mountElement(element, 320);
    expect(said(element)).to.match(/^They rise together/);
  });

  it('draws something honest of whatever it is given', async () => {
    const element = await shown({});
    const complain = console.error;
    console.error = () => {};
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const figure = fc.oneof(fc.double(), fc.integer(), fc.constant(null), fc.constant(1e300));
    const account = fc.record(
      {
        id: odd,
        name: odd,
        score: figure,
        tier: odd,
        seats: figure,
        activeUsers: figure,
        yearlyValue: figure,
        change: figure,
      },
      { requiredKeys: [] },
    );
    const accounts = fc.oneof(fc.array(fc.oneof(account, odd), { maxLength: 30 }), odd);
    const given = fc.record({ asOf: odd, tiers: odd, accounts }, { requiredKeys: [] });
    const names = fc.constantFrom('score', 'seat-use', 'seats', 'active-users', 'value', 'change', '__proto__', '');
    try {
      await fc.assert(
        fc.asyncProperty(given, names, names, async (document, x, y) => {
          Object.assign(element, { x, y, subject: 'a' });
          // As a page would hand over what it never checked.
          element.portfolio = { schema: 'hale.portfolio/1', ...document } as Scatter['portfolio'];
          await element.updateComplete;
          const root = element.shadowRoot;
          expect(root?.textContent).to.not.match(/NaN|undefined|\[object|Infinity|∞/);
          for (const path of root?.querySelectorAll('path') ?? [])
            expect(path.getAttribute('d')).to.not.match(/NaN|Inf/);
          expect(textOf(element)).to.not.equal('');
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
