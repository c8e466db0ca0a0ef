import { startOf, workingTime } from '../calendar.ts';
import { randomFor } from '../random.ts';
import { type EventTrace, happening } from './trace.ts';

/** Steps of the onboarding, with the share of it that is done by then; not all want an API, and Basic has none. */
const steps = [
  { step: 'kickoff', at: 0.08 },
  { step: 'data-imported', at: 0.3 },
  { step: 'first-order', at: 0.4 },
  { step: 'team-invited', at: 0.55 },
  { step: 'api-connected', at: 0.72, share: 0.5, plan: 1 },
  { step: 'go-live', at: 0.8 },
];

/** `milestone`: the steps of the onboarding on the day they were done; these alone are kept from before the records begin. */
export const milestones: EventTrace = (subject) => {
  const { seed, n, profile, calendar, life } = subject;
  const random = randomFor(seed, 'milestones', n);
  return steps.flatMap(({ step, at: done, share = 1, plan = 0 }) => {
    const wanted = random.chance(share) && profile.plan >= plan;
    const at = Math.min(done * random.between(0.9, 1.1), 0.95);
    if (!wanted || at >= profile.onboardingReach) return [];
    const weeks = -profile.onboardingPace * Math.log(1 - at / profile.onboardingReach);
    const day = profile.since + Math.round(weeks * 7);
    const time = workingTime(day, random);
    return day <= life.lastDay && time < calendar.end && time >= startOf(profile.since)
      ? [happening(subject, 'milestone', time, { step })]
      : [];
  });
};
