import type { HeatMap } from '@hale/widgets';
import { heatMessages, setMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/heat-map.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { paint } from '../support/axe.ts';
import { grid } from '../support/grids.ts';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { press, savedBy } from '../support/reading.ts';
import { hostile, ready, reportOf } from '../support/reports.ts';
import { states } from '../support/states.ts';

const shown = (given: Partial<HeatMap>, width = 640) =>
  mountElement(Object.assign(document.createElement('hale-heat-map'), given), width);
const all = <E extends Element = Element>(element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];
const texts = (element: Element, selector: string) => all(element, selector).map(({ textContent }) => textContent);
const said = (element: Element) => part(element, 'headline').textContent?.trim();

/** A report with features by day: three weeks and a day, of which the first day is of no whole week. */
const weekly = () => {
  const week = (each: number | null) => Array.from({ length: 7 }, () => each);
  const row = (id: string, counts: readonly (number | null)[]) => ({ id, label: id, counts: [99, ...counts] });
  return reportOf({
    activity: {
      start: '2026-10-24',
      days: 22,
      grids: [
        {
          by: 'feature',
          label: 'Features',
          more: 2,
          rows: [
            row('Returns', [...week(0), ...week(0), ...week(0)]),
            row('Exports', [...week(2), ...week(null), 3, null, 4, 0, 0, 0, 0]),
            row('Orders', [...week(10), ...week(1), ...week(4)]),
          ],
        },
      ],
    },
  });
};

describe('<hale-heat-map>', () => {
  afterEach(() => {
    unmountAll();
    paint(null);
  });

  it('writes a number into every cell, the most used first, with the totals that it is given', async () => {
    const element = await shown({ grid: grid() });
    expect(said(element)).to.equal('Order entry is used most, Returns least');
    expect(texts(element, 'text.name').slice(0, 3)).to.deep.equal(['Order entry', 'Dispatch board', 'Load planning']);
    expect(texts(element, 'text.sum')).to.deep.equal(['71%', '57%', '48%', '46%', '24%', '14%', '3%']);
    expect(texts(element, 'text.in').slice(0, 12)).to.deep.equal([
      '96',
      '71',
      '88',
      '34',
      '62',
      '41',
      '92',
      '64',
      '81',
      'n/a',
      '21',
      '0',
    ]);
    expect(part(element, 'label').textContent).to.equal('Feature use by team, 28 days');
    expect(textOf(element)).to.match(/0 steps of 20% not measured As of 14 Nov, 09:00 UTC Show as a table$/);
  });

  it('outlines zero, dashes what was not measured, and fills in five steps', async () => {
    const element = await shown({ grid: grid() });
    const look = (selector: string) => getComputedStyle(all(element, `.plot ${selector}`)[0] as Element);
    expect(look('path.step-0').fill).to.equal('none');
    expect(look('path.step-0').strokeDasharray).to.equal('none');
    expect(look('path.unmeasured').fill).to.equal('none');
    expect(look('path.unmeasured').strokeDasharray).to.match(/3(px)?, 2/);
    const steps = [1, 2, 3, 4, 5].map((step) => look(`path.step-${step}`).fill);
    expect(new Set(steps).size).to.equal(5);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has text of 4.9:1 and more on every step, in ${scheme}`, async () => {
      paint(scheme);
      const element = await shown({ grid: grid() });
      const ratios = [1, 2, 3, 4, 5].map((step) => {
        const fill = (selector: string) => luminance(getComputedStyle(all(element, selector)[0] as Element).fill);
        const [low = 0, high = 0] = [fill(`path.step-${step}`), fill(`text.step-${step}`)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
      });
      for (const ratio of ratios) expect(ratio).to.be.at.least(4.9);
    });
  }

  it('adds up a report by whole weeks, what was not observed left out', async () => {
    const element = await shown({ report: weekly() });
    expect(part(element, 'label').textContent).to.equal('Feature use, 3 weeks');
    expect(said(element)).to.equal('Orders is used most; Returns not at all');
    expect(texts(element, 'text.name')).to.deep.equal(['Orders', 'Exports', 'Returns']);
    expect(texts(element, 'text.in')).to.deep.equal(['70', '7', '28', '14', 'n/a', '7', '0', '0', '0']);
    expect(texts(element, 'text.sum')).to.deep.equal(['105', '21', '0']);
    expect(texts(element, 'text.tick')).to.deep.equal(['25 Oct', '1 Nov', '8 Nov', 'all']);
    expect(textOf(element)).to.match(/and 2 more 0 five steps up to 70 not measured/);
    element.by = 'planet';
    await settled(element);
    expect(said(element)).to.equal('Not part of this report');
  });

  it('is drawn from a source and an account', async () => {
    const element = await shown({ source: memorySource([weekly()]), account: 'averlund' });
    expect(said(element)).to.equal('Orders is used most; Returns not at all');
  });

  it('never writes 0 for what is more than nothing', async () => {
    const [row] = grid().rows;
    if (!row) throw new Error('There is a row.');
    const element = await shown({ grid: grid({ rows: [{ ...row, values: [0.001, 0.2, 1, 1, 1, 1], total: 0.002 }] }) });
    expect(texts(element, 'text.in').slice(0, 2)).to.deep.equal(['<1', '20']);
    expect(all(element, 'text.in')[1]?.getAttribute('class')).to.equal('in step-1');
    expect(texts(element, 'text.sum')).to.deep.equal(['<1%']);
  });

  it('turns names that are wider than their columns, and says which columns it leaves out', async () => {
    const element = await shown({ grid: grid() }, 300);
    expect(all(element, 'text[transform]').length).to.be.within(3, 5);
    expect(textOf(element)).to.match(/[345] of 6 columns; all are in the table/);
    element.max = 2;
    await settled(element);
    expect(textOf(element)).to.include('and 5 more');
  });

  for (const [state, enter] of states) {
    it(`says in words that it is ${state}, and keeps within its box`, async () => {
      for (const width of [80, 120, 240, 320, 480, 1200]) {
        const element = document.createElement('hale-heat-map');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          empty: /Nothing yet/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match({ ...words }[String(state)] ?? /Not part of this report/);
        keepsWithin(element);
        unmountAll();
      }
    });
  }

  for (const width of [120, 240, 320, 480, 1200]) {
    it(`keeps within ${width} px whatever it is called`, async () => {
      const { rows, columns } = grid();
      const long = {
        rows: rows.map((row, n) => ({ ...row, label: 'Ω'.repeat(20 + n) })),
        columns: columns.map((column) => ({ ...column, label: `${column.id} ${'W'.repeat(60)}` })),
      };
      for (const given of [
        grid(),
        grid(long),
        grid({
          unit: 'count',
          rows: [{ ...(rows[0] as object), values: [1e12, 5, 0, null, 1, 2], total: 1e12 } as never],
        }),
      ]) {
        keepsWithin(await shown({ grid: given }, width));
        unmountAll();
      }
    });
  }

  it('is read by keyboard: one stop, arrows, Home and End, Escape', async () => {
    const element = await shown({ grid: grid() });
    const plot = part(element, 'plot');
    expect(all(element, '[tabindex="0"]')).to.have.length(1);
    plot.focus();
    expect(plot.getAttribute('aria-valuetext')).to.equal('Order entry, Dispatch: 96%');
    await press(element, 'ArrowRight');
    expect(said(element)).to.equal('Order entry, Stores: 71%');
    await press(element, 'ArrowDown');
    await press(element, 'End');
    expect(said(element)).to.equal('Dispatch board, Sales: 0%');
    await press(element, 'Home');
    for (let n = 0; n < 3; n++) await press(element, 'ArrowRight');
    expect(said(element)).to.equal('Dispatch board, Finance: not measured');
    expect(all(element, '.here')).to.have.length(1);
    await press(element, 'Escape');
    expect(said(element)).to.equal('Order entry is used most, Returns least');
    expect(part(element, 'description').textContent).to.match(
      /^Rows: 7; columns: 6; most used first\. Order entry: 71%\./,
    );
  });

  it('has a table of all, and saves it', async () => {
    const element = await shown({ grid: grid(), max: 2 });
    part(element, 'table-toggle').click();
    await settled(element);
    expect(all(element, 'tbody tr')).to.have.length(7);
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Feature-use-by-team-28-days.csv');
    expect(text.split('\r\n').slice(0, 3)).to.deep.equal([
      'Feature,Dispatch,Stores,Planning,Finance,Support,Sales,all',
      'Order entry,0.96,0.71,0.88,0.34,0.62,0.41,0.71',
      'Dispatch board,0.92,0.64,0.81,,0.21,0,0.57',
    ]);
  });

  it('runs from the right where writing does, and speaks the language set', async () => {
    const box = await mount('<div dir="rtl" lang="nl"><hale-heat-map></hale-heat-map></div>', 640);
    const element = box.querySelector('hale-heat-map') as HeatMap;
    element.grid = grid();
    setMessages('nl', heatMessages, { all: 'alles' });
    await settled(box);
    const [first, second] = all(element, '.plot .in').map((one) => one.getBoundingClientRect().left);
    expect(second).to.be.below(first ?? Number.NaN);
    expect(textOf(element)).to.include('alles');
  });

  it('refuses a grid of another version, in words', async () => {
    const complain = console.error;
    console.error = () => {};
    const element = await shown({ grid: { ...grid(), schema: 'hale.grid/2' } as never });
    console.error = complain;
    expect(isIn(element, 'error')).to.equal(true);
    expect(textOf(element)).to.match(/Could not load/);
  });

  it('leaves nothing behind when it is taken out, and works again when it is put back', async () => {
    const element = document.createElement('hale-heat-map');
    element.grid = grid();
    const leaks = await leaksOf(async () => {
      await mountElement(element);
      element.remove();
    });
    expect(leaks).to.deep.equal({ listeners: [], observers: 0 });
    await mountElement(element, 320);
    expect(said(element)).to.equal('Order entry is used most, Returns least');
  });

  it('draws something honest of whatever it is given', async () => {
    const element = await shown({});
    const complain = console.error;
    console.error = () => {};
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const row = fc.record(
      { id: odd, label: odd, values: fc.oneof(fc.array(odd), odd), total: odd },
      { requiredKeys: [] },
    );
    const some = (one: fc.Arbitrary<unknown>) => fc.oneof(fc.array(fc.oneof(one, odd), { maxLength: 8 }), odd);
    const columns = some(fc.record({ id: odd, label: odd }, { requiredKeys: [] }));
    const given = fc.record(
      { asOf: odd, unit: odd, of: odd, label: odd, columns, rows: some(row) },
      { requiredKeys: [] },
    );
    const isHonest = () => {
      expect(element.shadowRoot?.textContent).to.not.match(/NaN|undefined|\[object|Infinity/);
      expect(textOf(element)).to.not.equal('');
    };
    try {
      for (const report of hostile) {
        element.report = report as HeatMap['report'];
        await element.updateComplete;
        isHonest();
      }
      element.report = null;
      await fc.assert(
        fc.asyncProperty(given, async (document) => {
          // As a page would hand over what it never checked.
          element.grid = document as HeatMap['grid'];
          await element.updateComplete;
          isHonest();
        }),
        { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });

  it('says one sentence where there is no drawing', async () => {
    const { HeatMap } = await import('@hale/widgets');
    expect(HeatMap.fallback({ grid: grid() })).to.equal(
      'Feature use by team, 28 days: Order entry is used most, Returns least',
    );
    expect(HeatMap.fallback({ report: ready(), by: 'none' })).to.equal('Not part of this report');
    expect(HeatMap.fallback({})).to.equal('');
  });
});

function keepsWithin(element: Element): void {
  const { left, right } = element.getBoundingClientRect();
  const wide = all(element, '*').filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && !one.closest('.unseen, .glyph') && (box.left < left - 1 || box.right > right + 1);
  });
  expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')} ${one.textContent}`)).to.deep.equal([]);
}

/** Of a colour as the engine says it: painted, so that every notation is understood. */
function luminance(colour: string): number {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A colour cannot be painted.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data]
    .slice(0, 3)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
