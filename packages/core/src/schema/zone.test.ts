import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../fixtures/refuses.ts';
import { dayMs } from './calendar.ts';
import { parseInstant, toInstant } from './instant.ts';
import { parse } from './parse.ts';
import { atLocal, dayOf, offsetAt, startOfDay, zone } from './zone.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'America/Toronto',
  'UTC',
];
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.oneof(
  fc.integer({ min: parseInstant('1841-01-01T00:00Z'), max: parseInstant('9999-12-01T00:00Z') }),
  fc.integer({ min: parseInstant('1960-01-01T00:00Z'), max: parseInstant('2037-12-31T00:00Z') }),
);
const start = (date: string, zone: string | null) =>
  toInstant(startOfDay(parseInstant(`${date}T00:00Z`) / dayMs, zone));
const localOf = (iso: string, zone: string) => toInstant(parseInstant(iso) + offsetAt(parseInstant(iso), zone));

/** The local day and hour by another road: a style of Intl that the code does not use. */
function shownByIntl(ms: number, timeZone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(ms);
  const [, day, month, year, time] = /^(\d+)\/(\d+)\/(\d+), (.*)$/.exec(shown) ?? [];
  return `${year}-${month}-${day}T${time}`;
}

describe('offsetAt', () => {
  it('shows the local time that Intl shows', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        expect(toInstant(ms + offsetAt(ms, zone)).slice(0, 19)).to.equal(shownByIntl(ms, zone));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes at the very millisecond at which clocks change', () => {
    for (const [zone, change, before, after] of [
      ['Europe/Berlin', '2026-03-29T01:00Z', '02:00:00', '03:00:00'],
      ['Europe/Berlin', '2026-10-25T01:00Z', '03:00:00', '02:00:00'],
      ['America/New_York', '2026-03-08T07:00Z', '02:00:00', '03:00:00'],
      ['America/New_York', '2026-11-01T06:00Z', '02:00:00', '01:00:00'],
      ['Australia/Lord_Howe', '2025-04-05T15:00Z', '02:00:00', '01:30:00'],
      ['Australia/Lord_Howe', '2025-10-04T15:30Z', '02:00:00', '02:30:00'],
      ['Africa/Casablanca', '2021-04-11T02:00Z', '03:00:00', '02:00:00'],
      ['Africa/Casablanca', '2021-05-16T02:00Z', '02:00:00', '03:00:00'],
      ['Pacific/Apia', '2011-12-30T10:00Z', '00:00:00', '00:00:00'],
    ] as const) {
      const at = parseInstant(change);
      const last = localOf(toInstant(at - 1), zone);
      expect(toInstant(Date.parse(last) + 1).slice(11, 19), `${zone} before ${change}`).to.equal(before);
      expect(localOf(change, zone).slice(11, 19), `${zone} after ${change}`).to.equal(after);
    }
  });

  it('sees clocks that change back within a week', () => {
    const hours = (iso: string) => offsetAt(parseInstant(iso), 'America/Recife') / 3_600_000;
    expect(
      ['2000-10-07T00:00Z', '2000-10-08T12:00Z', '2000-10-14T12:00Z', '2000-10-15T12:00Z'].map(hours),
    ).to.deep.equal([-3, -2, -2, -3]);
  });

  it('knows any year: those before zones, and those so far ahead that rules only repeat', () => {
    expect(localOf('2026-07-01T00:00:00Z', 'Asia/Kathmandu')).to.equal('2026-07-01T05:45:00.000Z');
    expect(localOf('9999-07-01T12:00:00Z', 'Europe/Berlin')).to.equal('9999-07-01T14:00:00.000Z');
    expect(localOf('9999-01-01T12:00:00Z', 'Europe/Berlin')).to.equal('9999-01-01T13:00:00.000Z');
    expect(offsetAt(parseInstant('0001-01-01T00:00Z'), 'Europe/Berlin')).to.equal(
      offsetAt(parseInstant('1850-01-01T00:00Z'), 'Europe/Berlin'),
    );
    expect(dayOf(8.64e15, 'Europe/Berlin')).to.equal(8.64e15 / dayMs);
    expect(dayOf(Number.NaN, 'Europe/Berlin')).to.be.NaN;
  });

  it('answers the same whatever was asked before', () => {
    const asked = fc.array(fc.tuple(anyInstant, anyZone), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(asked, (questions) => {
        const answers = questions.map(([ms, zone]) => offsetAt(ms, zone));
        // More zones than are kept at once.
        for (let hour = 1; hour <= 12; hour++) {
          for (const zone of [`Etc/GMT+${hour}`, `Etc/GMT-${hour}`, `etc/gmt+${hour}`]) {
            expect(offsetAt(0, zone)).to.equal((zone.includes('-') ? hour : -hour) * 3_600_000);
          }
        }
        expect(questions.map(([ms, zone]) => offsetAt(ms, zone))).to.deep.equal(answers);
      }),
      { numRuns: 20 },
    );
  });
});

describe('atLocal', () => {
  const at = (local: string, zone: string) => toInstant(atLocal(parseInstant(local), zone));

  it('finds the instant whose local time is the one asked for, and the earlier of two', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const found = atLocal(ms + offsetAt(ms, zone), zone);
        expect(found + offsetAt(found, zone)).to.equal(ms + offsetAt(ms, zone));
        expect(found).to.be.at.most(ms);
      }),
      { numRuns: 2000 },
    );
    expect(at('2026-10-25T02:30:00Z', 'Europe/Berlin')).to.equal('2026-10-25T00:30:00.000Z');
    expect(at('2025-04-06T01:45:00Z', 'Australia/Lord_Howe')).to.equal('2025-04-05T14:45:00.000Z');
  });

  it('moves a time that clocks jumped over forward by as much as they did', () => {
    expect(at('2026-03-29T02:30:00Z', 'Europe/Berlin')).to.equal('2026-03-29T01:30:00.000Z');
    expect(at('2025-10-05T02:15:00Z', 'Australia/Lord_Howe')).to.equal('2025-10-04T15:45:00.000Z');
    expect(at('2011-12-30T12:00:00Z', 'Pacific/Apia')).to.equal('2011-12-30T22:00:00.000Z');
  });
});

describe('dayOf and startOfDay', () => {
  it('are UTC without a zone', () => {
    expect(dayOf(dayMs - 1)).to.equal(0);
    expect(dayOf(dayMs, null)).to.equal(1);
    expect(dayOf(-1)).to.equal(-1);
    expect(start('2026-03-29', null)).to.equal('2026-03-29T00:00:00.000Z');
  });

  it('begin a day at its first instant, where it has one', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const day = dayOf(ms, zone);
        const first = startOfDay(day, zone);
        expect(dayOf(first, zone)).to.equal(day);
        expect(dayOf(first - 1, zone)).to.be.below(day);
        expect(first).to.be.at.most(ms);
        expect(startOfDay(day + 1, zone)).to.be.above(first);
      }),
      { numRuns: 2000 },
    );
  });

  it('follow the local midnight through the year', () => {
    expect(start('2026-03-29', 'Europe/Berlin')).to.equal('2026-03-28T23:00:00.000Z');
    expect(start('2026-03-30', 'Europe/Berlin')).to.equal('2026-03-29T22:00:00.000Z');
    expect(start('2024-02-29', 'Asia/Kathmandu')).to.equal('2024-02-28T18:15:00.000Z');
  });

  it('begin a day whose midnight was jumped over at the jump, and leave a skipped day empty', () => {
    expect(start('2018-11-04', 'America/Sao_Paulo')).to.equal('2018-11-04T03:00:00.000Z');
    // Clocks went from 23:30 to 00:30.
    expect(start('1919-03-31', 'America/Toronto')).to.equal('1919-03-31T04:30:00.000Z');
    expect(start('2011-12-30', 'Pacific/Apia')).to.equal('2011-12-30T10:00:00.000Z');
    expect(start('2011-12-31', 'Pacific/Apia')).to.equal('2011-12-30T10:00:00.000Z');
  });
});

describe('zone', () => {
  const said = (value: unknown) => refusals(() => parse(zone, value, 'zone'));

  it('takes the zones of the IANA database', () => {
    for (const name of [...zones, 'Etc/GMT+5', 'America/Argentina/Buenos_Aires']) {
      expect(parse(zone, name, 'zone')).to.equal(name);
    }
  });

  it('refuses all else with the value and an example, and never throws anything else', () => {
    const refusal = (shown: string) => [
      `zone must be a time zone of the IANA database such as Europe/Berlin, not ${shown}.`,
    ];
    const hostile = [
      '',
      'Mars/Phobos',
      '+01:00',
      '+0100',
      'CEST!',
      '__proto__',
      'constructor',
      '\ud800',
      'Europe/Berlin\n',
      'UTC\0',
    ];
    for (const name of hostile) expect(said(name)).to.deep.equal(refusal(JSON.stringify(name)));
    expect(said('A'.repeat(1_000_000))).to.deep.equal(refusal(`"${'A'.repeat(79)}…`));
    expect(said(5)).to.deep.equal(['zone must be text, not 5.']);
  });
});
