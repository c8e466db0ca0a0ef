import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { dayLength } from './calendar.ts';
import { areaUnderCurve } from './fixtures/area-under-curve.ts';
import { logisticRegression } from './fixtures/logistic-regression.ts';
import { type AccountRecords, generateCompany } from './generate.ts';
import { generatorVersion } from './load.ts';

const end = new Date('2026-11-14T09:00:00.000Z');
const company = (options: { seed?: number; accounts?: number; end?: Date } = {}) => [
  ...generateCompany({ seed: 7, accounts: 12, end, ...options }),
];
const digest = (records: unknown) => createHash('sha256').update(JSON.stringify(records)).digest('hex').slice(0, 16);

describe('the generated company', function () {
  this.timeout(30_000);

  it('is the same for the same seed, byte for byte', () => {
    expect(digest(company())).to.equal(digest(company()));
  });

  it('is the same on every machine, until its version says otherwise', () => {
    // Where this changes on purpose, generatorVersion is raised with it: databases filled before are then filled anew.
    expect({ generatorVersion, digest: digest(company({ accounts: 40 })) }).to.deep.equal({
      generatorVersion: 6,
      digest: '09e40b164671cc19',
    });
  });

  it('is another one for another seed, and for another end', () => {
    const others = [company({ seed: 8 }), company({ end: new Date('2026-11-15T09:00:00.000Z') })];
    expect(new Set([company(), ...others].map(digest)).size).to.equal(3);
  });

  it('begins with the accounts of a smaller one', () => {
    expect(digest(company({ accounts: 20 }).slice(0, 12))).to.equal(digest(company()));
  });

  describe('of 300 accounts', () => {
    let records: readonly AccountRecords[] = [];
    before(() => {
      records = company({ accounts: 300 });
    });
    const latest = ({ facts }: AccountRecords, name: string) => facts.findLast((fact) => fact.name === name);
    const numbers = (name: string) => records.flatMap((one) => latest(one, name)?.number ?? []).sort((a, b) => a - b);
    const quantile = (sorted: readonly number[], p: number) =>
      sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN;
    const eventsOf = (name: string) => records.flatMap(({ events }) => events.filter((event) => event.name === name));

    it('has names of many scripts, no two the same', () => {
      const names = records.map(({ account }) => account.name);
      expect(new Set(names).size).to.equal(300);
      const people = new Set(eventsOf('use').map(({ user_id }) => user_id));
      for (const script of [/^[a-z -]+$/i, /é/, /ö/, /ñ/, /ł/, /\p{Script=Han}/u, /\p{Script=Arabic}/u]) {
        expect(
          [...people].some((name) => script.test(name ?? '')),
          String(script),
        ).to.equal(true);
      }
    });

    it('has the sizes of a real one: many small, few large', () => {
      const seats = numbers('seats');
      expect(quantile(seats, 0.5)).to.be.within(10, 20);
      expect(seats[0]).to.be.at.least(1);
      expect(seats.at(-1)).to.be.within(150, 400);
      const share = (least: number, most: number) =>
        numbers('employees').filter((n) => n >= least && n <= most).length / 300;
      expect(share(1, 99)).to.be.within(0.38, 0.54);
      expect(share(100, 999)).to.be.within(0.3, 0.46);
      expect(share(1000, 20_000)).to.be.within(0.1, 0.22);
      const perSeat = records.map(
        (one) => (latest(one, 'yearlyValue')?.number ?? 0) / (latest(one, 'seats')?.number ?? 1),
      );
      expect(
        quantile(
          perSeat.sort((a, b) => a - b),
          0,
        ),
      ).to.be.above(250);
      expect(quantile(perSeat, 1)).to.be.below(2000);
    });

    it('has hundreds of thousands of events, all within the year and while the account was a customer', () => {
      expect(records.reduce((sum, { events }) => sum + events.length, 0)).to.be.within(300_000, 700_000);
      const yearAgo = Date.UTC(2025, 10, 14);
      for (const { account, events, facts, outcomes } of records) {
        const since = account.since ?? Number.NaN;
        const last = account.ended ?? end.getTime();
        let before = Number.NEGATIVE_INFINITY;
        for (const event of events) {
          // Counted in plain comparisons: half a million assertions would take longer than the rest together.
          const inTime = event.at >= since && event.at < last && (event.at >= yearAgo || event.name === 'milestone');
          const lasts = event.until === null || (event.until >= event.at && event.until <= end.getTime());
          if (!inTime || !lasts || event.at < before || event.count < 1)
            expect.fail(JSON.stringify({ account, event }));
          before = event.at;
        }
        for (const { at } of facts) if (at !== null) expect(at).to.be.within(Math.max(since, yearAgo), last - 1);
        for (const { at } of outcomes) expect(at).to.be.within(Math.max(since, yearAgo), last);
      }
    });

    it('closes the tickets of those who left, and leaves some of the others open', () => {
      const tickets = eventsOf('ticket');
      const left = new Map(records.map(({ account }) => [account.id, account.ended]));
      for (const { account_id, until } of tickets) {
        const ended = left.get(account_id) ?? null;
        if (ended !== null) expect(until).to.be.at.most(ended);
      }
      expect(tickets.filter(({ until }) => until === null).length).to.be.within(3, 200);
    });

    it('loses some accounts during the year, each at a renewal, and says so in the outcomes', () => {
      const left = records.filter(({ account }) => account.ended !== null);
      expect(left.length).to.be.within(25, 75);
      for (const { account, outcomes, facts } of left) {
        const churned = outcomes.filter(({ kind }) => kind === 'churned');
        expect(churned.map(({ at }) => at)).to.deep.equal([account.ended]);
        const renewal = facts.findLast(({ name }) => name === 'renewal')?.text;
        expect(renewal).to.equal(new Date(account.ended ?? 0).toISOString().slice(0, 10));
      }
      expect(
        records.filter(
          ({ account, outcomes }) => account.ended === null && outcomes.some(({ kind }) => kind === 'churned'),
        ),
      ).to.deep.equal([]);
    });

    it('has quiet weekends and a quiet turn of the year', () => {
      const byDay = new Map<number, number>();
      for (const { at } of eventsOf('use'))
        byDay.set(Math.floor(at / dayLength), (byDay.get(Math.floor(at / dayLength)) ?? 0) + 1);
      const mean = (days: [number, number][]) => days.reduce((sum, [, n]) => sum + n, 0) / days.length;
      const days = [...byDay].map(([day, n]): [number, number] => [day, n]);
      const isWeekend = ([day]: [number, number]) => [0, 6].includes(new Date(day * dayLength).getUTCDay());
      const workdays = mean(days.filter((day) => !isWeekend(day)));
      expect(mean(days.filter(isWeekend)) / workdays).to.be.below(0.25);
      const christmas = Date.UTC(2025, 11, 24) / dayLength;
      expect(mean(days.filter(([day]) => day >= christmas && day < christmas + 9)) / workdays).to.be.below(0.4);
    });

    it('has honest holes: surveys never answered or long ago, contacts nobody records, accounts of a few days', () => {
      const present = records.filter(({ account }) => account.ended === null);
      const share = (holds: (one: AccountRecords) => boolean) => present.filter(holds).length / present.length;
      expect(share((one) => latest(one, 'nps') === undefined)).to.be.within(0.1, 0.45);
      expect(share((one) => (latest(one, 'nps')?.at ?? end.getTime()) < end.getTime() - 180 * dayLength)).to.be.within(
        0.03,
        0.25,
      );
      expect(share(({ account }) => account.tracked !== null)).to.be.within(0.08, 0.28);
      expect(share(({ account }) => (account.since ?? 0) > end.getTime() - 30 * dayLength)).to.be.within(0.005, 0.06);
      for (const { account, events } of records) {
        const names = new Set(events.map(({ name }) => name));
        if (account.tracked) expect(account.tracked).to.include.members([...names]);
      }
    });

    it('counts in keyFeatures what its use events call key', () => {
      for (const one of records) {
        const used = one.events.flatMap(({ name, properties }) =>
          name === 'use' && properties?.key ? [properties.feature] : [],
        );
        const most = Math.max(
          0,
          ...one.facts.flatMap(({ name, number }) => (name === 'keyFeatures' ? (number ?? 0) : [])),
        );
        expect(new Set(used).size).to.be.at.most(most);
        expect(most).to.be.within(5, 7);
      }
    });
  });

  it('tells before it happens who will leave, though not with certainty', () => {
    // What a sane model can learn from the records alone: 90 days ahead, accounts of one half tested on the other.
    const cases = company({ accounts: 700 }).flatMap((one) =>
      [150, 90].flatMap((daysAgo) => {
        const cut = end.getTime() - daysAgo * dayLength;
        const { since, ended } = one.account;
        if (since === null || since > cut - 60 * dayLength || (ended !== null && ended <= cut)) return [];
        return [
          {
            features: featuresAt(one, cut),
            outcome: ended !== null && ended <= cut + 90 * dayLength,
            id: one.account.id,
          },
        ];
      }),
    );
    const isTest = ({ id }: { id: string }) => Number(id.slice(-1)) % 2 === 0;
    const train = cases.filter((one) => !isTest(one));
    const fitted = logisticRegression(
      train.map(({ features }) => features),
      train.map(({ outcome }) => outcome),
    );
    const skill = areaUnderCurve(
      cases.filter(isTest).map(({ features, outcome }) => ({ rank: fitted(features), outcome })),
    );
    expect(skill).to.be.within(0.7, 0.88);
  });
});

/** What a model may know of an account at an instant. */
function featuresAt({ events, facts }: AccountRecords, now: number): number[] {
  const used = (from: number, to: number) =>
    events.filter(({ name, at }) => name === 'use' && at >= now - from * dayLength && at < now - to * dayLength);
  const fact = (name: string) => facts.findLast((one) => one.name === name && one.at !== null && one.at <= now);
  const lately = used(28, 0);
  const distinct = (values: readonly unknown[]) => new Set(values).size;
  const seats = fact('seats')?.number ?? 1;
  const renewal = Date.parse(fact('renewal')?.text ?? '');
  return [
    Math.log1p(lately.length / seats),
    Math.log((lately.length + 3) / (used(84, 28).length / 2 + 3)),
    distinct(lately.map(({ user_id }) => user_id)) / seats,
    distinct(lately.map(({ properties }) => properties?.feature)) / (fact('features')?.number ?? 1),
    fact('nps')?.number ?? 0,
    fact('csat')?.number ?? 0.75,
    (renewal - now) / dayLength,
  ];
}
