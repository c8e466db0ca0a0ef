import { workingTime } from '../calendar.ts';
import { logistic } from '../life.ts';
import { randomFor } from '../random.ts';
import { type EventTrace, happening } from './trace.ts';

/** How often a week each kind of contact is offered, by the account's size. */
const offered = {
  small: { call: 0.03, webinar: 0.05, review: 0.006, visit: 0 },
  'mid-market': { call: 0.12, webinar: 0.05, review: 0.035, visit: 0.008 },
  enterprise: { call: 0.34, webinar: 0.06, review: 0.075, visit: 0.04 },
};
const kinds = ['call', 'webinar', 'review', 'visit'] as const;

/** `touchpoint`: a call, webinar, review or visit that came about. New customers are called more; the dissatisfied answer less. */
export const touchpoints: EventTrace = (subject) => {
  const { seed, n, profile, calendar, life } = subject;
  if (profile.untracked.includes('touchpoint')) return [];
  const random = randomFor(seed, 'touchpoints', n);
  const rates = offered[profile.size];
  return life.weeks.flatMap(({ day, satisfaction }) => {
    if (day < calendar.firstDay) return [];
    const answers = logistic(0.9 + 2 * satisfaction) * (day < profile.since + 84 ? 2 : 1);
    return kinds.flatMap((kind) => {
      const at = workingTime(day + random.whole(0, 4), random);
      const came = random.chance(rates[kind] * answers);
      return came && at < calendar.end && at < workEnd(life.lastDay)
        ? [happening(subject, 'touchpoint', at, { kind })]
        : [];
    });
  });
};

const workEnd = (day: number) => (day + 1) * 86_400_000;
