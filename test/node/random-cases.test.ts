import { type Account, buildReport, type Metric, type Model, parseModel } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { standingModel } from '../../packages/core/src/fixtures/standing-arbitraries.ts';
import { crowdOf, instants, seed } from '../support/crowd.ts';

/** What the random accounts and models hold, of the parity suites' first round: a case that is never drawn proves nothing. */

const day = 86_400_000;
const hour = 3_600_000;
const crowd = crowdOf(0).map((account, index) => ({
  account,
  at: instants[Math.floor(index / 8)] as number,
}));
const models = fc
  .sample(fc.tuple(standingModel, fc.constantFrom(...instants)), { numRuns: 50, seed })
  .map(([document, at]) => ({ model: parseModel(document), at }));

/** Every metric of some dimensions or groups, however deep. */
const metricsOf = (groups: readonly { readonly metrics: Model['dimensions'][number]['metrics'] }[]): Metric[] =>
  groups.flatMap(({ metrics }) => metrics.flatMap((one) => (one.kind === 'group' ? metricsOf([one]) : [one])));

const eventsOf = ({ events = [] }: Account) => events;
const timesOf = (account: Account) => eventsOf(account).map(({ at }) => Date.parse(at));
const factsOf = ({ facts = {} }: Account) =>
  Object.values(facts).flatMap((given) =>
    [given].flat().map((one) => (one && typeof one === 'object' ? one : { value: one, at: null })),
  );
const numbersOf = (account: Account) =>
  [
    ...factsOf(account).map(({ value }) => value),
    ...eventsOf(account).flatMap(({ properties = {} }) => Object.values(properties)),
  ].filter((one) => typeof one === 'number');

/** How many accounts are so, as of their instant. */
const accounts = (is: (account: Account, at: number) => boolean): number =>
  crowd.filter(({ account, at }) => is(account, at)).length;

/** Minutes by which clocks in a zone are ahead of UTC. */
function ahead(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, sign, hours = 0, minutes = 0] =
    /GMT(?:([+-])(\d+):(\d+))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
const switches = (zone: string, from: number, to: number) => ahead(zone, from) !== ahead(zone, to);
const zones = ['Europe/Berlin', 'America/New_York'];

describe('the random accounts of the parity suites', () => {
  const counted: Readonly<Record<string, number>> = {
    'lack facts, or have some that are null': accounts(
      (one) => !one.facts || factsOf(one).some((f) => f.value === null),
    ),
    'have nulls in events': accounts((one) =>
      eventsOf(one).some((e) => Object.values(e.properties ?? {}).includes(null)),
    ),
    'have scores of earlier days that are null': accounts((one) => (one.history ?? []).some((p) => p.score === null)),
    'have no events': accounts((one) => eventsOf(one).length === 0),
    'have events, and none in the last week': accounts(
      (one, at) => timesOf(one).length > 0 && timesOf(one).every((t) => t < at - 7 * day || t >= at),
    ),
    'have events at the very edge of a window': accounts((one, at) =>
      timesOf(one).some((t) => [0, 7, 28].some((days) => t === at - days * day)),
    ),
    'have the same event twice': accounts((one) => {
      const all = eventsOf(one).map((e) => JSON.stringify(e));
      return new Set(all).size < all.length;
    }),
    'have events out of order': accounts((one) => timesOf(one).some((t, i, all) => i > 0 && t < (all[i - 1] ?? 0))),
    'have events in the future': accounts((one, at) => timesOf(one).some((t) => t > at)),
    'have facts of the future': accounts((one, at) => factsOf(one).some((f) => f.at && Date.parse(f.at) > at)),
    'have a past of the future': accounts((one, at) => (one.history ?? []).some((p) => Date.parse(p.at) > at)),
    'have negative numbers': accounts((one) => numbersOf(one).some((n) => n < 0)),
    'have huge facts': accounts((one) =>
      factsOf(one).some((f) => typeof f.value === 'number' && Math.abs(f.value) > 1e15),
    ),
    'have huge amounts': accounts((one) =>
      eventsOf(one).some((e) =>
        Object.values(e.properties ?? {}).some((n) => typeof n === 'number' && Math.abs(n) > 1e15),
      ),
    ),
    'have tiny numbers': accounts((one) => numbersOf(one).some((n) => n !== 0 && Math.abs(n) < 1e-15)),
    'have events on a leap day': accounts((one) =>
      timesOf(one).some((t) => new Date(t).toISOString().includes('-02-29')),
    ),
    'have events in the last hours of a month': accounts((one) =>
      timesOf(one).some((t) => new Date(t).getUTCMonth() !== new Date(t + 6 * hour).getUTCMonth()),
    ),
    ...Object.fromEntries(
      zones.map((zone) => [
        `have events within a day of a switch of clocks in ${zone}`,
        accounts((one) => timesOf(one).some((t) => switches(zone, t - day, t + day))),
      ]),
    ),
  };
  for (const [what, count] of Object.entries(counted))
    it(what, () => {
      expect(count).to.be.at.least(2);
    });
});

describe('the random models of the parity suites', () => {
  const about = (is: (model: Model, at: number) => boolean): number =>
    models.filter(({ model, at }) => is(model, at)).length;
  for (const zone of zones)
    it(`are scored in ${zone}, some just after clocks switched`, () => {
      expect(about(({ timeZone }) => timeZone === zone)).to.be.at.least(5);
      const just = ({ timeZone }: Model, at: number) => timeZone === zone && switches(zone, at - 2 * day, at + hour);
      expect(about(just)).to.be.at.least(1);
    });

  it('are of every kind of metric', () => {
    const kinds = new Set(models.flatMap(({ model }) => metricsOf(model.dimensions).map(({ kind }) => kind)));
    expect(kinds.size).to.be.at.least(10);
  });

  it('meet edges with the very values that accounts have: of bands, of ranges, of tiers', function () {
    this.timeout(60_000);
    const edgesOf = (metric: Metric): number[] =>
      metric.kind === 'bands'
        ? metric.bands.map(({ from }) => from)
        : metric.kind === 'range'
          ? [metric.worst, metric.best]
          : [];
    const met = { bands: 0, range: 0, tiers: 0, signals: 0 };
    for (const { model, at } of models.slice(0, 25)) {
      const metrics = new Map(metricsOf(model.dimensions).map((one) => [one.id, one]));
      for (const { account } of crowd) {
        const { contributions, score, signals } = buildReport(model, account, { now: new Date(at) });
        for (const { id, value } of contributions) {
          const metric = metrics.get(id);
          if (metric && value !== null && edgesOf(metric).includes(value as number))
            met[metric.kind as 'bands' | 'range']++;
        }
        if (score !== null && model.tiers.some(({ from }) => from === score)) met.tiers++;
        met.signals += signals.length;
      }
    }
    for (const [of, count] of Object.entries(met)) expect(count, of).to.be.at.least(5);
  });
});
