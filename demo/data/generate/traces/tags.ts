import { workingTime } from '../calendar.ts';
import { noticed } from '../causes.ts';
import { randomFor } from '../random.ts';
import { type EventTrace, happening } from './trace.ts';

// How often a year a very satisfied customer does these.
const favours = { 'case-study': 0.25, referral: 0.4, review: 0.6 };

/** `tag`: what the account's owner has heard, good and bad. */
export const tags: EventTrace = (subject) => {
  const { seed, n, calendar, life } = subject;
  const random = randomFor(seed, 'tags', n);
  const heard = noticed(life.causes, calendar, random);
  for (const { day, satisfaction } of life.weeks) {
    for (const [tag, perYear] of Object.entries(favours)) {
      if (random.chance((perYear / 52) * Math.max(0, satisfaction))) heard.push({ tag, day: day + random.whole(0, 4) });
    }
  }
  return heard
    .filter(({ day }) => day >= calendar.firstDay && day <= life.lastDay)
    .map(({ tag, day }) => happening(subject, 'tag', workingTime(day, random), { tag }))
    .filter(({ at }) => at < calendar.end);
};
