/**
 * How fast the core scores, as ratios within one run: `npm run bench`. Machines are noisy, so times are of the
 * processor and not of the clock, and nothing here is a test.
 *
 *   score only     observations in, score out, against a loop written by hand for the same model
 *   reports        whole reports from observations, against writing the same reports as JSON
 *   a year         one account with 1,000 events a week: index, measure, score, explain; against reading it from JSON
 *   growth         the same work at 1×, 10× and 100× the events, metrics and accounts
 */
import {
  type Account,
  type AccountReading,
  buildReport,
  createScorer,
  type ModelDocument,
  measuresOf,
  type Observation,
  parseAccount,
  parseModel,
  readAccount,
  reportFromReading,
  resolveModel,
} from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';

const now = Date.parse('2026-11-14T09:00:00.000Z');
const day = 86_400_000;

/** Median processor time of one round in milliseconds, after warming up. */
function time(round: () => void, rounds = 9): number {
  for (let index = 0; index < 3; index++) round();
  const times = Array.from({ length: rounds }, () => {
    const start = process.cpuUsage();
    round();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** A sequence of numbers in 0–1 that is the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A model of ranges only, so that a hand can write the same. */
function ranges(metrics: number): ModelDocument {
  const ids = Array.from({ length: metrics }, (_, index) => `m${String(index).padStart(4, '0')}`);
  const perDimension = Math.ceil(metrics / 4);
  const dimensions = Array.from({ length: 4 }, (_, group) => ({
    id: `d${group}`,
    weight: group + 1,
    metrics: ids.slice(group * perDimension, (group + 1) * perDimension).map((id, index) => ({
      kind: 'range' as const,
      id,
      measure: id,
      worst: 0,
      best: 10 + index,
      weight: 1 + (index % 3),
    })),
  })).filter((dimension) => dimension.metrics.length > 0);
  return {
    id: 'ranges',
    version: '1.0.0',
    measures: Object.fromEntries(ids.map((id) => [id, { kind: 'fact' as const, name: id }])),
    dimensions,
    tiers: [{ id: 'all', from: 0 }],
    minimumCoverage: 0.5,
  };
}

/** The loop that a hand would write for that model, missing values, weights and coverage included. */
function byHand(document: ModelDocument): (observations: readonly (Observation | undefined)[]) => number | null {
  const groups = document.dimensions.map(({ weight, metrics }) => ({
    weight,
    metrics: metrics.map((metric) => {
      if (metric.kind !== 'range') throw new Error('ranges only');
      return { worst: metric.worst, best: metric.best, weight: metric.weight ?? 1 };
    }),
  }));
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  const totals = groups.map(({ metrics }) => metrics.reduce((sum, { weight }) => sum + weight, 0));
  return (observations) => {
    let place = 0;
    let score = 0;
    let counting = 0;
    let coverage = 0;
    for (let group = 0; group < groups.length; group++) {
      const { weight, metrics } = groups[group] as (typeof groups)[number];
      let sum = 0;
      let within = 0;
      for (const metric of metrics) {
        const value = observations[place++]?.value ?? null;
        if (value === null || !Number.isFinite(value)) continue;
        const normalized = ((value - metric.worst) / (metric.best - metric.worst)) * 100;
        sum += metric.weight * Math.min(100, Math.max(0, normalized));
        within += metric.weight;
      }
      if (within === 0) continue;
      score += (weight * sum) / within;
      counting += weight;
      coverage += (weight * within) / (totals[group] as number);
    }
    return counting === 0 || coverage / total < 0.5 ? null : score / counting;
  };
}

function observationsFor(count: number, accounts: number, missing: number): Observation[][] {
  const next = sequence(7);
  return Array.from({ length: accounts }, () =>
    Array.from({ length: count }, () => ({ value: next() < missing ? null : next() * 15, at: now })),
  );
}

const perSecond = (count: number, ms: number) => Math.round((count / ms) * 1000).toLocaleString('en');
const line = (name: string, text: string) => console.log(`${name.padEnd(34)} ${text}`);

function scoreOnly(metrics: number, missing: number): void {
  const document = ranges(metrics);
  const all = observationsFor(metrics, 5000, missing);
  const scorer = createScorer(resolveModel(parseModel(document), []), now);
  const hand = byHand(document);
  const run = (score: (observations: Observation[]) => number | null) => () => {
    let sum = 0;
    for (const observations of all) sum += score(observations) ?? 0;
    if (Number.isNaN(sum)) throw new Error('a score is not a number');
  };
  for (const observations of all.slice(0, 200)) {
    const [ours, theirs] = [scorer.score(observations), hand(observations)];
    if (ours === null ? theirs !== null : Math.abs(ours - (theirs ?? 0)) > 1e-9)
      throw new Error(`${ours} is not ${theirs}`);
  }
  const [ours, theirs] = [
    time(
      run((one) => scorer.score(one)),
      25,
    ),
    time(run(hand), 25),
  ];
  line(
    `score only, ${metrics} metrics, ${missing * 100}% missing`,
    `${(ours / theirs).toFixed(2)}× the loop by hand   ${perSecond(all.length, ours)} a second, by hand ${perSecond(all.length, theirs)}`,
  );
}

/** An account with so many events, spread evenly over a year. */
function busy(events: number): Account {
  const next = sequence(11);
  return {
    id: 'a',
    name: 'Averlund Freight',
    since: '2024-01-01T00:00:00.000Z',
    facts: { seats: 60, keyFeatures: 5, csat: 0.8, nps: 20 },
    events: Array.from({ length: events }, (_, index) => ({
      name: next() < 0.9 ? 'use' : 'ticket',
      at: new Date(now - Math.floor((365 * day * (events - index)) / events)).toISOString(),
      until: null,
      user: `user ${Math.floor(next() * 50)}`,
      properties: { feature: `feature ${Math.floor(next() * 12)}`, key: next() < 0.4, priority: 'normal' },
    })),
  };
}

const options = { now: new Date(now) };

function readings(accounts: number): AccountReading[] {
  return Array.from({ length: accounts }, (_, index) => {
    const reading = readAccount(b2bSaas, busy(40 + (index % 20)), options);
    return { ...reading, id: `a${index}`, activity: null };
  });
}

function reports(accounts: number): number {
  const all = readings(accounts);
  return time(() => {
    for (const reading of all) reportFromReading(b2bSaas, reading, options);
  });
}

console.log(`Node ${process.version}\n`);
for (const missing of [0, 0.1]) for (const metrics of [12, 24]) scoreOnly(metrics, missing);

const thousand = reports(1000);
const built = readings(1000).map((reading) => reportFromReading(b2bSaas, reading, options));
const written = time(() => {
  for (const report of built) JSON.stringify(report);
});
line(
  'reports from observations',
  `${(thousand / written).toFixed(2)}× writing them as JSON   ${perSecond(1000, thousand)} a second`,
);

const year = busy(52_000);
const json = JSON.stringify(year);
const read = time(() => JSON.parse(json));
const against = (name: string, ms: number) =>
  line(name, `${(ms / read).toFixed(2)}× reading it from JSON   ${ms.toFixed(1)} ms`);
against(
  'a year of events, 1,000 a week',
  time(() => buildReport(b2bSaas, year, options)),
);
against(
  'parsing the same account',
  time(() => parseAccount(year)),
);

console.log('\ngrowth                              1×      10×     100×');
const growth = (name: string, round: (times: number) => number) => {
  const [one = 0, ...more] = [1, 10, 100].map(round);
  line(name, ['1.0', ...more.map((ms) => (ms / one).toFixed(1))].map((text) => text.padStart(6)).join('  '));
};
growth('events of one account (520)', (times) => {
  const account = busy(520 * times);
  return time(() => buildReport(b2bSaas, account, options));
});
growth('metrics of one model (4)', (times) => {
  const model = parseModel(ranges(4 * times));
  const resolved = resolveModel(model, []);
  const [given = []] = observationsFor(4 * times, 1, 0);
  const reading = {
    ...readAccount(model, { id: 'a' }, options),
    observations: new Map([...measuresOf(model).measures.keys()].map((id, index) => [id, given[index] as Observation])),
  };
  if (resolved.dimensions.length === 0) throw new Error('no dimensions');
  return time(() => {
    for (let index = 0; index < 20; index++) reportFromReading(model, reading, options);
  });
});
growth('accounts (20)', (times) => reports(20 * times));
