import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel } from './fixtures/arbitraries.ts';
import {
  buildReport,
  compareReports,
  customerView,
  diffModels,
  explainReport,
  HealthError,
  type Model,
  migrateModel,
  parseAccount,
  parseModel,
  parseReport,
  type Report,
  rollUp,
} from './index.ts';

const now = '2026-11-14T09:00:00.000Z';
const document = {
  id: 'm',
  version: '1.0.0',
  measures: { a: { kind: 'fact', name: 'a' } },
  dimensions: [{ id: 'd', weight: 1, metrics: [{ kind: 'range', id: 'a', measure: 'a', worst: 0, best: 100 }] }],
  tiers: [{ id: 'low', from: 0 }],
};
const account = { id: 'a1', facts: { a: 50 } };
const before = () => Object.getOwnPropertyNames(Object.prototype).join();
const untouched = before();

/** Runs what may refuse; what it throws must be a HealthError. */
function refusedOr<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof HealthError) return null;
    throw error;
  } finally {
    expect(before()).to.equal(untouched);
  }
}

const nested = (wrap: (inner: unknown) => unknown) => {
  let value: unknown = { fact: 'a', eq: 1 };
  for (let depth = 0; depth < 100_000; depth++) value = wrap(value);
  return value;
};
const boom = () => {
  throw new Error('boom');
};
function cyclic() {
  const one: Record<string, unknown> = { id: 'x' };
  one.metrics = [one];
  one.not = one;
  return one;
}
function revoked() {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** What JSON does not have, what it has too much of, and what answers when it is asked. */
const hostile: Readonly<Record<string, () => unknown>> = {
  cyclic,
  'nested lists': () => nested((inner) => [inner]),
  'nested rules': () => nested((not) => ({ not })),
  'nested groups': () => nested((inner) => ({ kind: 'group', id: 'g', metrics: [inner] })),
  'a getter that throws': () => Object.defineProperty({}, 'id', { enumerable: true, get: boom }),
  'a proxy that throws': () => new Proxy({}, { get: boom, ownKeys: boom, has: boom, getPrototypeOf: boom }),
  'a revoked proxy': revoked,
  'an endless list': () => Object.assign([], { length: 4_294_967_295 }),
  'a sparse list': () => Object.assign([], { 5000: 1 }),
  'a text that throws': () => ({ toString: boom, toJSON: boom, [Symbol.toPrimitive]: boom }),
  'the prototype of all': () => JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  'no prototype': () => Object.assign(Object.create(null), { id: 'x' }),
  'another prototype': () => Object.create({ id: 'x', kind: 'fact', name: 'a' }),
  'a big integer': () => 10n,
  'a symbol': () => Symbol('x'),
  'a function': () => boom,
  'no date': () => new Date(Number.NaN),
  'a late date': () => new Date(8.64e15),
  'a map': () => new Map([['id', 'x']]),
  'a boxed text': () => Object('x'),
  'not a number': () => Number.NaN,
  infinity: () => Number.POSITIVE_INFINITY,
  'minus zero': () => -0,
  'half a character': () => '\ud800',
  'no text': () => '',
  'a long text': () => 'x'.repeat(1e6),
  '30 February': () => '2026-02-30T00:00:00.000Z',
  'year 0': () => '0000-00-00T00:00:00.000Z',
  'a leap second': () => '9999-12-31T23:59:60Z',
  nothing: () => undefined,
  null: () => null,
};

/** Everything that is done with a model, an account and an instant that have come in. */
function all(model: Model, account: ReturnType<typeof parseAccount>, at: string): Report {
  const report = buildReport(model, account, { now: at });
  explainReport(report);
  const [first] = report.dimensions;
  if (first) customerView(report, { dimension: first.id, contributions: true });
  compareReports(report, report, { before: model, after: model });
  rollUp(model, account, [account], { now: at });
  diffModels(model, model);
  expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
  return parseReport(report);
}

describe('what is hostile', () => {
  const places: Readonly<Record<string, (value: unknown) => unknown>> = {
    model: (value) => parseModel(value),
    measures: (measures) => parseModel({ ...document, measures }),
    measure: (a) => parseModel({ ...document, measures: { a } }),
    kind: (kind) => parseModel({ ...document, measures: { a: { kind, name: 'a' } } }),
    dimensions: (dimensions) => parseModel({ ...document, dimensions }),
    metric: (metric) => parseModel({ ...document, dimensions: [{ id: 'd', weight: 1, metrics: [metric] }] }),
    weight: (weight) => parseModel({ ...document, dimensions: [{ ...document.dimensions[0], weight }] }),
    zone: (timeZone) => parseModel({ ...document, timeZone }),
    rule: (when) => parseModel({ ...document, signals: [{ id: 's', effect: 'risk', severity: 'low', when }] }),
    overlay: (best) =>
      parseModel({ ...document, segments: [{ id: 's', when: { fact: 'a', eq: 1 }, metrics: { a: { best } } }] }),
    account: (value) => parseAccount(value),
    facts: (facts) => parseAccount({ ...account, facts }),
    events: (events) => parseAccount({ ...account, events }),
    event: (event) => parseAccount({ ...account, events: [event] }),
    time: (at) => parseAccount({ ...account, events: [{ name: 'use', at }] }),
    count: (count) => parseAccount({ ...account, events: [{ name: 'use', at: now, count }] }),
    properties: (properties) => parseAccount({ ...account, events: [{ name: 'use', at: now, properties }] }),
    override: (score) => parseAccount({ ...account, overrides: [{ score, reason: 'r', author: 'b', at: now }] }),
    now: (value) => buildReport(parseModel(document), parseAccount(account), { now: value as string }),
    policy: (value) =>
      customerView(all(parseModel(document), parseAccount(account), now), value as { dimension: string }),
    report: (value) => parseReport(value),
    'old model': (value) => migrateModel(value),
    'old dimensions': (dimensions) => migrateModel({ ...document, version: 1, dimensions }),
    'old measures': (measures) => migrateModel({ ...document, version: 1, measures }),
    'old deadline': (deadline) =>
      migrateModel({ version: 1, dimensions: [{ metrics: [{ kind: 'action', deadline }] }] }),
    'old kind': (kind) => migrateModel({ version: 1, measures: { a: { kind } } }),
    'old format': (format) => migrateModel({ ...document, format }),
  };
  for (const [place, put] of Object.entries(places)) {
    it(`is refused with a HealthError, or is right, as ${place}`, () => {
      for (const make of Object.values(hostile)) refusedOr(() => put(make()));
    });
  }

  it('as a fact is refused or missing, and never a silent 0', () => {
    for (const [name, make] of Object.entries(hostile)) {
      const report = refusedOr(() =>
        all(parseModel(document), parseAccount({ ...account, facts: { a: make() } }), now),
      );
      if (!report || name === 'minus zero') continue;
      expect(report.contributions[0], name).to.include({ value: null, status: 'missing', normalized: null });
      expect(report.score, name).to.equal(null);
    }
  });
});

describe('names that every object has', () => {
  for (const id of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '\ud800', ' ']) {
    it(`are ids like any other: ${JSON.stringify(id)}`, () => {
      const keyed = <T>(value: T) => JSON.parse(`{${JSON.stringify(id)}:${JSON.stringify(value)}}`);
      const named = {
        id,
        version: '1.0.0',
        measures: { a: { kind: 'fact', name: id }, n: { kind: 'distinct', of: id, event: id, within: '30d' } },
        dimensions: [
          {
            id,
            weight: 1,
            metrics: [
              { kind: 'range', id, measure: 'a', worst: 0, best: 100 },
              { kind: 'range', id: 'n', measure: 'n', worst: 0, best: 4 },
              { kind: 'tag', id: 'tag', event: id, of: id, within: '30d', points: { x: 5, ...keyed(10) } },
            ],
          },
        ],
        tiers: [{ id, from: 0, playbook: id }],
        segments: [{ id, when: { fact: id, known: true }, weights: keyed(1) }],
        signals: [{ id, effect: 'risk', severity: 'low', when: { fact: id, known: false }, playbook: id }],
        playbooks: [{ id, steps: ['Go'] }],
        activity: { event: id, days: 3, by: [{ property: id }] },
      };
      const told = refusedOr(() => parseModel(named));
      const known = parseAccount({
        id,
        facts: keyed(50),
        events: [{ name: id, at: '2026-11-13T09:00:00.000Z', user: id, properties: keyed(id) }],
      });
      if (!told) return;
      const report = all(told, known, now);
      const value = report.contributions[0]?.value;
      // What a reader of JSON may not keep is missing, and what it keeps is read.
      expect(value).to.equal(id === '__proto__' ? null : 50);
      expect(report.contributions[1]?.value).to.equal(id === '__proto__' ? null : 1);
      expect(report.tier).to.equal(report.score === null ? null : id);
    });
  }
});

describe('what is too much', () => {
  /** Something whose fields are counted as they are read. */
  function counted(fields: Record<string, unknown>) {
    let reads = 0;
    const one = new Proxy(fields, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key);
      },
    });
    return { one, reads: () => reads };
  }

  it('of wrong events is left after the first few', () => {
    const { one, reads } = counted({ name: 1, at: 'never' });
    expect(() => parseAccount({ id: 'a', events: new Array(1_000_000).fill(one) })).to.throw(HealthError);
    expect(reads()).to.be.within(1, 50_000);
  });

  it('of wrong facts is left after the first few', () => {
    const { one, reads } = counted({ at: 'never' });
    const facts = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, one]));
    expect(() => parseAccount({ id: 'a', facts })).to.throw(HealthError);
    expect(reads()).to.be.within(1, 50_000);
  });

  it('tells where the faults are, however far down the list', () => {
    const events = new Array<unknown>(2500).fill({ name: 'use', at: now });
    events[2300] = { name: 'use', at: 'never' };
    expect(() => parseAccount({ id: 'a', events }))
      .to.throw(HealthError)
      .with.property('path', 'events[2300].at');
  });

  it('keeps every one of many events and facts, in order', () => {
    const events = Array.from({ length: 2500 }, (_, index) => ({ name: `e${index}`, at: now }));
    const facts = Object.fromEntries(events.map(({ name }, index) => [name, index]));
    expect(parseAccount({ id: 'a', events, facts })).to.deep.equal({ id: 'a', events, facts });
  });

  it('of events than an account may have is not looked at', () => {
    const { one, reads } = counted({ name: 'use', at: now });
    expect(() => parseAccount({ id: 'a', events: new Array(1_000_001).fill(one) })).to.throw(/at most 1000000 items/);
    expect(reads()).to.equal(0);
  });

  it('of metrics is refused', () => {
    const metrics = Array.from({ length: 125 }, (_, index) => ({
      kind: 'range',
      measure: 'a',
      worst: 0,
      best: 1,
      index,
    }));
    const dimensions = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      weight: 1,
      metrics: metrics.map(({ index, ...metric }) => ({ ...metric, id: `${id}${index}` })),
    }));
    expect(() => parseModel({ ...document, dimensions })).to.throw(HealthError, /at most 450 rows/);
  });
});

/** Values that a mutation puts in the place of what was there. */
const value = fc.oneof(
  fc.constantFrom<unknown>(
    ...['__proto__', 'constructor', '', '\udc00', '2026-02-30T00:00:00Z', 1e308, -1e308, 5e-324],
  ),
  fc.constantFrom<unknown>(-0, Number.NaN, Number.NEGATIVE_INFINITY, null, undefined, true, [], {}, 10n),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A document with a few of its values replaced, taken away, or with strange keys beside them. */
const mutated = (document: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), value, fc.constantFrom('replace', 'remove', 'add')), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const copy = structuredClone(document) as Record<string, unknown>;
      for (const [pick, value, how] of changes) {
        const places: [object, string][] = [];
        const visit = (one: unknown): void => {
          if (typeof one !== 'object' || !one) return;
          for (const key of Object.keys(one)) {
            places.push([one, key]);
            visit(Reflect.get(one, key));
          }
        };
        visit(copy);
        const [holder, key] = places[pick % Math.max(1, places.length)] ?? [copy, 'id'];
        if (how === 'remove') Reflect.deleteProperty(holder, key);
        else
          Object.defineProperty(holder, how === 'add' ? '__proto__' : key, {
            value,
            enumerable: true,
            configurable: true,
            writable: true,
          });
      }
      return copy;
    });

describe('documents with random faults', () => {
  it('are refused, or give a report that is whole', () => {
    const pairs = fc
      .tuple(anyModel, anyAccount)
      .chain(([model, account]) => fc.tuple(mutated(model), mutated(account)));
    fc.assert(
      fc.property(pairs, fc.boolean(), ([model, account], old) => {
        const known = refusedOr(() => parseModel(old ? migrateModel(model).model : model)) ?? parseModel(document);
        const given = refusedOr(() => parseAccount(account)) ?? parseAccount({ id: 'a' });
        refusedOr(() => all(known, given, now));
      }),
      { numRuns: 300 },
    );
  });
});
