import { type Calendar, trouble } from './calendar.ts';
import { type Cause, causesIn, pull, reasonsToLeave } from './causes.ts';
import { Contract } from './contract.ts';
import type { Profile } from './profile.ts';
import { randomFor } from './random.ts';
import { supportWeek, type Ticket } from './support.ts';

/** A week of an account as it truly is, which no record shows. */
export interface Week {
  readonly day: number;
  /** How much the product is part of the work there, about −2 to 2; 0.3 is usual. */
  readonly engagement: number;
  readonly satisfaction: number;
  /** Share of the onboarding that is done. */
  readonly onboarded: number;
  /** People who have a seat, with fractions. */
  readonly headcount: number;
}

export interface Life {
  readonly weeks: readonly Week[];
  readonly causes: readonly Cause[];
  readonly tickets: readonly Ticket[];
  readonly contract: Contract;
  /** The last day it was a customer. */
  readonly lastDay: number;
}

// What happened shortly before the records begin still works in them.
const before = 182;

export const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/**
 * Lives an account's life week by week. Engagement is a mood that wanders around how well the product suits, moved by
 * causes, by trust in support and by the onboarding; satisfaction follows it; contracts are renewed, widened, narrowed
 * or ended on what was experienced. Everything that the records show is a trace of this.
 */
export function liveThrough(seed: number, n: number, profile: Profile, calendar: Calendar): Life {
  const random = randomFor(seed, 'life', n);
  const firstDay = Math.max(profile.since, calendar.firstDay - before);
  const contract = new Contract(profile, calendar, randomFor(seed, 'contract', n), firstDay);
  const weeks: Week[] = [];
  const causes: Cause[] = [];
  const tickets: Ticket[] = [];
  let mood = random.normal(0, 0.45);
  let trust = 0;
  let satisfaction = profile.fit;
  let headcount = profile.seats * (firstDay === profile.since ? 0.3 : random.between(0.6, 0.88));

  for (let day = firstDay; day <= calendar.lastDay && contract.ended === null; day += 7) {
    causes.push(...causesIn(random, day));
    mood = 0.9 * mood + random.normal(0, 0.23);
    const age = (day - profile.since) / 7;
    const onboarded = profile.onboardingReach * (1 - Math.exp(-(age + 1) / profile.onboardingPace));
    const engagement =
      profile.fit +
      mood +
      pull(causes, day) +
      0.6 * trust -
      1.8 * (1 - onboarded) -
      0.15 * trouble(calendar, day) -
      fading(contract.leaving, day);

    const support = supportWeek(random, calendar, { day, headcount, slowness: profile.supportSlowness, satisfaction });
    tickets.push(...support.tickets);
    trust = Math.max(-1.5, Math.min(0.4, trust * 0.93 + support.trust));
    satisfaction += 0.12 * (engagement + 0.8 * trust - contract.pain - satisfaction);
    const wanted = contract.terms.seats * (0.3 + 0.62 * logistic(1.3 * engagement));
    headcount += (wanted - headcount) * (wanted > headcount ? 0.1 : 0.04);

    weeks.push({ day, engagement, satisfaction, onboarded, headcount });
    contract.week(day, { engagement, satisfaction, headcount, reasonsToLeave: reasonsToLeave(causes, day) });
  }
  return { weeks, causes, tickets, contract, lastDay: contract.ended === null ? calendar.lastDay : contract.ended - 1 };
}

/** Who has decided to leave uses the product less and less, but works with it until the last day. */
function fading(leaving: number | null, day: number): number {
  return leaving === null ? 0 : Math.min(1.2, (day - leaving) / 40);
}
