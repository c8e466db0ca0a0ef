import { startOf } from '../calendar.ts';
import { type EventTrace, type FactTrace, happening } from './trace.ts';

const tracked = (untracked: readonly string[]) => !untracked.includes('ticket');

/** `ticket`: from its opening until it was closed, which for those who left is their last day at the latest. */
export const tickets: EventTrace = (subject) => {
  const { n, profile, calendar, life } = subject;
  if (!tracked(profile.untracked)) return [];
  const { ended } = life.contract;
  return life.tickets
    .filter(({ at }) => at >= startOf(calendar.firstDay) && at < startOf(life.lastDay + 1))
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, until, priority }, place) => ({
      ...happening(subject, 'ticket', at, { id: `T-${n + 1}-${String(place + 1).padStart(3, '0')}`, priority }),
      until: ended === null ? until : Math.min(until ?? startOf(ended), startOf(ended)),
    }));
};

/** `csat`: the share of those content (4 or 5 of 5) among ratings of the last 90 days, stated every 30 days when there are any. */
export const csat: FactTrace = ({ profile, calendar, life }) => {
  if (!tracked(profile.untracked)) return [];
  const observed = [];
  for (let day = Math.max(profile.since, calendar.firstDay) + 30; day <= life.lastDay; day += 30) {
    const ratings = life.tickets.flatMap(({ until, rating }) =>
      rating !== null && until !== null && until < startOf(day) && until >= startOf(day - 90) ? [rating] : [],
    );
    if (ratings.length === 0) continue;
    const content = ratings.filter((rating) => rating >= 4).length;
    observed.push({ name: 'csat', day, value: Math.round((content / ratings.length) * 1000) / 1000 });
  }
  return observed;
};
