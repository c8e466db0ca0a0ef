import type { Account, AccountEvent, HistoryPoint } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { type Facts, keyFeatures } from './facts.ts';

const day = 86_400_000;

/** Events of each kind that has to be observed for some of the facts; those whose facts are empty are not tracked. */
const needs: Readonly<Record<string, readonly (keyof Facts)[]>> = {
  use: ['activeUsers', 'activeBefore', 'keyFeaturesUsed', 'daysActive'],
  ticket: ['urgentTickets'],
  touchpoint: ['lastTouchpoint', 'touchpoints'],
  invoice: ['overdueInvoices'],
  tag: ['riskTags'],
};

/** An account whose records say what the facts say, at `now`: a product would have the records themselves. */
export function accountFrom(facts: Facts, now: Date): Account {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * day).toISOString();
  const observed = Object.keys(needs).filter((name) => needs[name]?.some((fact) => facts[fact] !== null));
  return {
    id: 'averlund',
    name: 'Averlund Freight',
    since: at(850),
    facts: {
      seats: facts.seats,
      keyFeatures,
      csat: facts.csat === null ? null : { value: facts.csat / 100, at: at(20) },
      nps: facts.nps === null ? null : { value: facts.nps, at: at(30) },
    },
    events: [
      ...use(facts, at),
      ...times(facts.urgentTickets, () => ({
        name: 'ticket',
        at: at(6),
        until: null,
        properties: { priority: 'urgent' },
      })),
      ...touchpoints(facts, at),
      ...times(facts.overdueInvoices, () => ({ name: 'invoice', at: at(30), until: null })),
      ...times(facts.riskTags, () => ({ name: 'tag', at: at(12), properties: { tag: 'champion-left' } })),
    ],
    tracked: [...observed, 'plan', 'milestone'],
    history: history(at),
  };
}

function times(count: number | null, make: (index: number) => AccountEvent): AccountEvent[] {
  return Array.from({ length: count ?? 0 }, (_, index) => make(index));
}

/** So many people, features and days that each of them occurs, in as few events as it takes. */
function use(facts: Facts, at: (daysAgo: number) => string): AccountEvent[] {
  const { activeUsers, activeBefore, keyFeaturesUsed, daysActive } = facts;
  const people = activeUsers ?? 0;
  const key = Math.min(keyFeaturesUsed ?? 0, keyFeatures);
  const days = Math.max(1, daysActive ?? 1);
  const now = times(people && Math.max(people, key, days), (n) => ({
    name: 'use',
    at: at((n % days) + 0.5),
    user: `Person ${(n % people) + 1}`,
    properties: { feature: key ? `Key feature ${(n % key) + 1}` : 'Dashboards', key: key > 0 },
  }));
  const before = times(activeBefore, (n) => ({
    name: 'use',
    at: at(40),
    user: `Person ${n + 1}`,
    properties: { feature: 'Dashboards', key: false },
  }));
  return [...before, ...now];
}

function touchpoints({ lastTouchpoint, touchpoints: count }: Facts, at: (daysAgo: number) => string): AccountEvent[] {
  const last = lastTouchpoint ?? 0;
  const step = Math.max(0, 89 - last) / Math.max(1, count ?? 1);
  return times(lastTouchpoint === null ? count : Math.max(1, count ?? 1), (n) => ({
    name: 'touchpoint',
    at: at(last + n * step + 0.01),
    properties: { kind: 'call' },
  }));
}

const scores = [
  68, 70, 72, 74, 73, 75, 77, 78, 79, 78, 80, 81, 80, 82, 81, 80, 79, 80, 79, 78, 77, 78, 76, 74, 74, 72, 69,
];

/** Half a year of weekly scores before today. */
function history(at: (daysAgo: number) => string): HistoryPoint[] {
  return scores.map((score, index) => ({
    at: at((scores.length - index) * 7),
    score,
    coverage: 0.95,
    tier: score < 70 ? 'watch' : 'healthy',
    version: b2bSaas.version,
  }));
}
