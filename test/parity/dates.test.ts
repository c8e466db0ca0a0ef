import type { Engine } from '@hale/cli';
import { type Account, activityGrids, type Model, readAccount } from '@hale/core';
import { compileActivity } from '@hale/core/sql';
import { expect } from 'chai';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { expectSame, m0, modelOf, observedBy, observedHere } from '../support/observed.ts';

/** Days, instants and zones, which every engine has ideas of its own about. */

const ago = (ms: number) => new Date(now - ms).toISOString();

/** The rows of an account's grids of activity, by the engine and here. */
async function gridOf(engine: Engine, model: Model, one: Account, at: number) {
  const statement = compileActivity(model, engine.dialect, { now: at });
  const found = statement ? (await engine.run(statement)).map(statement.cellOf) : [];
  return {
    cells: activityGrids(model, found, { since: null, tracked: true }, at),
    here: readAccount(model, one, { now: new Date(at) }).activity,
  };
}

onEveryEngine('a date', (subject) => {
  const engine = () => subject.engine;

  it('begins a day at its first midnight where clocks go back over it, and at the jump where they skip it', async () => {
    for (const [zone, renewal] of [
      ['Atlantic/Azores', '2026-10-25'],
      ['America/Havana', '2026-11-01'],
      ['Asia/Beirut', '2026-10-25'],
      ['Asia/Beirut', '2026-03-29'],
      ['America/Santiago', '2026-09-06'],
      ['Pacific/Apia', '2011-12-30'],
      ['Europe/Berlin', '0001-01-01'],
    ] as const) {
      const model = modelOf({ m0: { kind: 'until', fact: 'renewal' } }, zone);
      const { inEngine, here } = await m0(engine(), model, { id: 'a0', facts: { renewal } }, now);
      expect(inEngine, `${renewal} in ${zone}`).to.equal(here);
    }
  });

  it('takes text for a date only where there is one', async () => {
    const days = ['2028-02-29', '2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'];
    const rough = [
      '2026-11-20garbageT09:00Z',
      '2026-11-20 T09:00Z',
      '2026-11-20T09:00:00T09:00Z',
      '2026-11-20\nT09:00Z',
    ];
    const scripts = ['٢٠٢٦-١١-٢٠', '٢٠٢٦-11-20T09:00Z', '2026-11-20T٠٩:00Z'];
    const times = ['24:00Z', '23:59Z', '23:59:60Z', '23:59:59.9999999Z', '9:00Z', '09:00', '09:00Z\n'];
    const texts = [
      ...days,
      ...rough,
      ...scripts,
      ...times.map((time) => `2026-11-20T${time}`),
      '0000-01-01',
      '9999-12-31',
      ' 2026-11-20',
      '',
    ];
    const model = modelOf({ m0: { kind: 'until', fact: 'renewal' } }, 'Europe/Berlin');
    const accounts = texts.map((renewal, index) => ({ id: `a${String(index).padStart(2, '0')}`, facts: { renewal } }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    for (const [index, one] of accounts.entries())
      expect(found[index]?.get('m0')?.value, texts[index]).to.equal(observedHere(model, one, now).get('m0')?.value);
  });

  it('knows a zone by all the names that JavaScript knows it by', async () => {
    for (const zone of ['CET', 'EET', 'WET', 'MET', 'EST', 'PST', 'GMT', 'utc', 'europe/berlin', 'America/new_york']) {
      const model = modelOf(
        { m0: { kind: 'until', fact: 'day' }, m1: { kind: 'active-days', event: 'use', within: '1d' } },
        zone,
      );
      const summer = Date.parse('2026-07-01T12:00:00Z');
      const times = ['T20:30:00Z', 'T21:30:00Z', 'T22:30:00Z', 'T23:30:00Z'];
      const events = times.map((time) => ({ name: 'use', at: `2026-06-30${time}`, user: 'ann' }));
      const one = { id: 'a0', facts: { day: '2026-07-15' }, events };
      await engine().fill([one]);
      const [found = new Map()] = await observedBy(engine(), model, [one], summer);
      expect(found.get('m0')?.value, zone).to.equal(observedHere(model, one, summer).get('m0')?.value);
      expectSame(found, observedHere(model, one, summer), model);
      const { cells, here } = await gridOf(engine(), model, one, summer);
      expect(cells, zone).to.deep.equal(here);
    }
  });

  it('keeps the milliseconds of any year, and takes no value for older than one without a date', async () => {
    const dates = [
      '0000-01-01T00:00:00.000Z',
      '0000-06-01T00:00:00.003Z',
      '0001-01-01T00:00:00.001Z',
      '1583-10-15T00:00:00.999Z',
    ];
    const model = modelOf({ m0: { kind: 'fact', name: 'f' } });
    const accounts = dates.map((at, place) => ({ id: `a${place}`, facts: { f: [{ value: 1 }, { value: 2, at }] } }));
    await engine().fill(accounts);
    const found = await observedBy(engine(), model, accounts, now);
    expect(found.map((one) => one.get('m0'))).to.deep.equal(dates.map((at) => ({ value: 2, at: Date.parse(at) })));
    const late = Date.parse('9999-12-31T23:59:59.999Z');
    const last = ['9999-12-31T23:59:59.001Z', '9999-12-31T23:59:58.993Z', '2400-02-29T00:00:00.007Z'].map(
      (at, place) => ({
        id: `a${place}`,
        facts: { f: [{ value: 2, at }] },
      }),
    );
    await engine().fill(last);
    const seen = await observedBy(engine(), model, last, late);
    expect(seen.map((one) => one.get('m0')?.at)).to.deep.equal(
      last.map(({ facts }) => Date.parse(facts.f[0]?.at ?? '')),
    );
  });

  if (subject.updates) {
    it('is read to the millisecond: what a database knows beyond it is cut off', async () => {
      const model = modelOf({
        m0: { kind: 'since' },
        m1: { kind: 'since', event: 'use' },
        m2: { kind: 'count', event: 'use', within: '7d' },
        m3: { kind: 'closed', event: 'use', within: '7d' },
        m4: { kind: 'response-time', event: 'use', within: '7d' },
        m5: { kind: 'open', event: 'use' },
        m6: { kind: 'fact', name: 'seats' },
      });
      const one = {
        id: 'a0',
        since: '1969-12-31T23:59:59.999Z',
        facts: { seats: [{ value: 1, at: ago(86_400_000) }, { value: 2, at: ago(0) }, { value: 3, at: ago(-1) }] }, // biome-ignore format: they are one list
        events: [0, 1, 1000, 7 * 86_400_000, 7 * 86_400_000 + 1].map((ms) => ({
          name: 'use',
          at: ago(ms + 5),
          until: ago(ms),
        })),
      };
      await engine().fill([one]);
      for (const column of ['accounts.since', 'facts.at', 'events.at', 'events.until']) {
        const [table = '', name = ''] = column.split('.');
        const text = `update ${table} set "${name}" = "${name}" + interval '999 microseconds'`;
        await engine().run({ text, values: [] });
      }
      const [found = new Map()] = await observedBy(engine(), model, [one], now);
      expectSame(found, readAccount(model, one, { now: new Date(now) }).observations, model);
    });
  }
});
