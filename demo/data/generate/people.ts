import { teamShares } from './catalogue.ts';
import type { Life } from './life.ts';
import { personName } from './names.ts';
import type { Profile } from './profile.ts';
import { type Random, randomFor } from './random.ts';

/** Someone who has a seat. */
export interface Person {
  readonly name: string;
  /** Place in the catalogue's teams. */
  readonly team: number;
  /** Log-odds of working with the product on a usual day, when engagement is at its usual level. */
  readonly habit: number;
  /** Tasks on such a day. */
  readonly pace: number;
  /** Features they care to use in a day. */
  readonly reach: number;
  readonly from: number;
  /** The day they are gone; endless until they leave. */
  until: number;
}

// The few who live in it, the many who need it now and then, and those who look in.
const habits = [
  { share: 0.22, habit: 0.9, pace: 8, reach: 1 },
  { share: 0.4, habit: -0.95, pace: 5, reach: 0.5 },
  { share: 0.38, habit: -2.7, pace: 2.5, reach: 0.2 },
];
const habitShares = habits.map(({ share }) => share);

/** The people of an account: as many as its life says, coming and going, the champion among them. */
export function peopleOf(seed: number, n: number, profile: Profile, life: Life): Person[] {
  const random = randomFor(seed, 'people', n);
  const names = new Set<string>();
  const teams = teamsOf(random, profile);
  const everyone: Person[] = [];
  const present: Person[] = [];
  const join = (day: number, champion: boolean) => {
    // Shares above 0 give a place.
    const kind = habits[champion ? 0 : random.place(habitShares)] as (typeof habits)[number];
    const person: Person = {
      name: personName(random, names),
      team: champion ? 0 : random.place(teams),
      habit: kind.habit + random.normal(0, 0.4) + (champion ? 0.8 : 0),
      pace: random.logNormal(kind.pace, 0.3),
      reach: kind.reach,
      from: day,
      until: Number.POSITIVE_INFINITY,
    };
    everyone.push(person);
    present.push(person);
  };
  const leave = (day: number, place: number) => {
    const [person] = present.splice(place, 1);
    if (person) person.until = day;
  };

  join(life.weeks[0]?.day ?? profile.since, true);
  for (const week of life.weeks) {
    const championLeft = life.causes.some((cause) => cause.kind === 'champion-left' && inWeek(cause.day, week.day));
    if (championLeft && present.length > 1) leave(week.day, 0);
    // Jobs change: about one in eight leaves within a year.
    for (let place = present.length - 1; place > 0; place--) {
      if (random.chance(0.0025)) leave(week.day + random.whole(0, 6), place);
    }
    const wanted = Math.max(1, Math.round(week.headcount));
    while (present.length < wanted) join(week.day + (week === life.weeks[0] ? 0 : random.whole(0, 6)), false);
    while (present.length > week.headcount + 1) leave(week.day, present.length - 1);
  }
  return everyone;
}

const inWeek = (day: number, monday: number) => day >= monday && day < monday + 7;

/** How an account's people spread over teams: the small have one or two, the large all. */
function teamsOf(random: Random, { size }: Profile): number[] {
  const kept = { small: 0.35, 'mid-market': 0.75, enterprise: 1 }[size];
  return teamShares.map((share, place) => (place === 0 || random.chance(kept) ? share * random.between(0.6, 1.4) : 0));
}
