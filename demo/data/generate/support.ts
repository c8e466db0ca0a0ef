import { type Calendar, dayLength, trouble, workingTime } from './calendar.ts';
import type { Random } from './random.ts';

export interface Ticket {
  /** Milliseconds, opened and closed; null while open. */
  readonly at: number;
  readonly until: number | null;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  /** 1–5, where the customer gave one. */
  readonly rating: number | null;
}

/** Share of all tickets, usual hours to an answer, and the hours after which waiting has cost trust, and how much of it. */
const priorities = [
  { priority: 'low', share: 0.24, hours: 60, patience: 500, cost: 0.1 },
  { priority: 'normal', share: 0.5, hours: 28, patience: 240, cost: 0.15 },
  { priority: 'high', share: 0.2, hours: 14, patience: 84, cost: 0.35 },
  { priority: 'urgent', share: 0.06, hours: 6, patience: 36, cost: 0.6 },
] as const;
const shares = priorities.map(({ share }) => share);

const hourLength = dayLength / 24;
const longest = 60 * 24;

/** What a week of support was like: the tickets, and what it did to the customer's trust. */
export function supportWeek(
  random: Random,
  calendar: Calendar,
  week: { day: number; headcount: number; slowness: number; satisfaction: number },
): { tickets: Ticket[]; trust: number } {
  const strained = trouble(calendar, week.day);
  const expected = 0.06 + 0.032 * week.headcount ** 0.8 * (1 + 2.2 * strained);
  const tickets: Ticket[] = [];
  // In a large account each ticket concerns few of the people.
  const bearing = Math.max(1, Math.sqrt(week.headcount / 8));
  let trust = 0;
  for (let left = random.poisson(expected); left > 0; left--) {
    // Shares above 0 give a place.
    const kind = priorities[random.place(shares)] as (typeof priorities)[number];
    const usual = random.logNormal(kind.hours * week.slowness * (1 + strained), 1.05);
    // Some wait for a repair that nobody gets to.
    const hours = random.chance(0.09) ? random.between(6, 45) * 24 : Math.min(longest, usual);
    const at = workingTime(week.day + random.whole(0, 6), random);
    const closed = Math.round((at + hours * hourLength) / 60_000) * 60_000;
    const waited = hours > kind.patience;
    trust += (waited ? -kind.cost * random.between(0.7, 1.3) : 0.02) / bearing;
    const mood = 4.1 + 0.55 * week.satisfaction - (waited ? 1.6 : 0) + random.normal(0, 0.8);
    const rating = random.chance(0.42) ? Math.round(Math.min(5, Math.max(1, mood))) : null;
    tickets.push({ at, until: closed < calendar.end ? closed : null, priority: kind.priority, rating });
  }
  return { tickets: tickets.filter(({ at }) => at < calendar.end), trust };
}
