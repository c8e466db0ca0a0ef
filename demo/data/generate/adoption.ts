import type { Calendar } from './calendar.ts';
import { features } from './catalogue.ts';
import { type Life, logistic } from './life.ts';
import type { Profile } from './profile.ts';
import { randomFor } from './random.ts';

/**
 * Which features an account works with in each week of its life: rows are weeks, columns the catalogue's features,
 * 1 in use and 0 not. Features are taken up while engagement is high and given up when it is low.
 */
export function adoptionOf(seed: number, n: number, profile: Profile, life: Life, calendar: Calendar): Uint8Array[] {
  const random = randomFor(seed, 'adoption', n);
  const firstWeek = life.weeks[0];
  const established = firstWeek !== undefined && firstWeek.day > profile.since + 90;
  const steps = life.contract.steps;
  let inUse = Uint8Array.from(features, ({ appeal }) => (established && random.chance(appeal * 0.9) ? 1 : 0));
  return life.weeks.map((week) => {
    const plan = steps.findLast((step) => step.day <= week.day)?.plan ?? profile.plan;
    const vigour = logistic(1.4 * week.engagement);
    inUse = inUse.map((used, place) => {
      const feature = features[place];
      if (!feature || feature.plan > plan || week.day < launchDay(calendar, feature.launch)) return 0;
      // Everyone who works with it at all enters orders.
      if (place === 0) return 1;
      if (used) return random.chance(0.002 + 0.03 * (1 - vigour) ** 2) ? 0 : 1;
      return random.chance(0.09 * feature.appeal * vigour * week.onboarded) ? 1 : 0;
    });
    return inUse;
  });
}

/** The day a feature came out: long ago, or one of the calendar's launches. */
export function launchDay(calendar: Calendar, launch: number | undefined): number {
  return launch === undefined ? Number.NEGATIVE_INFINITY : (calendar.launches[launch] ?? Number.NEGATIVE_INFINITY);
}
