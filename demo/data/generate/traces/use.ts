import { adoptionOf } from '../adoption.ts';
import { rhythmOf, workingTime } from '../calendar.ts';
import { features, levelOf, teams } from '../catalogue.ts';
import { logistic } from '../life.ts';
import type { Person } from '../people.ts';
import { type Random, randomFor } from '../random.ts';
import type { EventTrace, Happening } from './trace.ts';

// One object for each team and feature, since hundreds of thousands of events share them.
const properties = teams.map((team) =>
  features.map((feature) => ({ feature: feature.name, team, key: feature.key, level: levelOf(feature) })),
);

/** `use`: one event for each person, feature and day, with how often. */
export const use: EventTrace = ({ seed, n, profile, calendar, life, people }) => {
  const random = randomFor(seed, 'use', n);
  const adoption = adoptionOf(seed, n, profile, life, calendar);
  const rhythm = rhythmOf(calendar, profile.weekendShare);
  const chooser = new FeatureChooser();
  const happenings: Happening[] = [];
  for (const person of people) {
    const liking = likingOf(random, person);
    let mood = random.normal(0, 0.6);
    for (const [index, week] of life.weeks.entries()) {
      if (person.until <= week.day) break;
      if (person.from > week.day + 6 || week.day + 6 < calendar.firstDay) continue;
      mood = 0.8 * mood + random.normal(0, 0.4);
      const likelihood = logistic(person.habit + mood + 1.15 * (week.engagement - 0.3));
      const pace = person.pace * (0.5 + logistic(week.engagement));
      const last = Math.min(week.day + 6, life.lastDay, person.until - 1);
      chooser.weigh(liking, adoption[index]);
      for (let day = Math.max(week.day, person.from, calendar.firstDay); day <= last; day++) {
        if (!random.chance(likelihood * (rhythm[day - calendar.firstDay] ?? 0))) continue;
        for (const feature of chooser.choose(random, 1 + random.poisson(person.reach))) {
          const at = workingTime(day, random);
          if (at >= calendar.end) continue;
          happenings.push({
            account_id: profile.id,
            name: 'use',
            at,
            until: null,
            user_id: person.name,
            count: 1 + random.poisson(pace),
            // The places come from lists as long as these.
            properties: properties[person.team]?.[feature] ?? null,
          });
        }
      }
    }
  }
  return happenings;
};

/** How much a person has to do with each feature: their team's work, and their own taste. */
function likingOf(random: Random, { team, reach }: Person): Float64Array {
  const liking = Float64Array.from(features, ({ byTeam }) => (byTeam[team] ?? 0) * random.logNormal(1, 0.5));
  // Who looks in now and then comes for one or two things.
  const favourites = reach < 0.4 ? 2 : features.length;
  const least = liking.toSorted()[features.length - favourites] ?? 0;
  return liking.map((amount) => (amount >= least ? amount : amount * 0.02));
}

/** Chooses features by weight, many times for the same weights. */
class FeatureChooser {
  readonly #sums = new Float64Array(features.length);

  /** Weighs each feature by how it is liked, those that are not in use by nothing. */
  weigh(liking: Float64Array, inUse: Uint8Array | undefined): void {
    let sum = 0;
    for (let place = 0; place < this.#sums.length; place++) {
      sum += (liking[place] ?? 0) * (inUse?.[place] ?? 0);
      this.#sums[place] = sum;
    }
  }

  /** Up to `tries` different features. */
  choose(random: Random, tries: number): number[] {
    const chosen: number[] = [];
    const total = this.#sums.at(-1) ?? 0;
    for (let left = total > 0 ? tries : 0; left > 0; left--) {
      const wanted = random.next() * total;
      let place = 0;
      while ((this.#sums[place] ?? total) <= wanted) place++;
      if (!chosen.includes(place)) chosen.push(place);
    }
    return chosen;
  }
}
