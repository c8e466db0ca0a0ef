import type { Calendar } from './calendar.ts';
import { industries, owners, type Plan } from './catalogue.ts';
import { accountName } from './names.ts';
import { type Random, randomFor } from './random.ts';

export type Size = 'small' | 'mid-market' | 'enterprise';

/** What is given about an account from its first day, and what it will not tell. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** The day it became a customer. */
  readonly since: number;
  readonly size: Size;
  readonly employees: number;
  readonly industry: string;
  readonly owner: string;
  readonly plan: Plan;
  /** Seats it began with. */
  readonly seats: number;
  /** Months between renewals. */
  readonly term: 3 | 12;
  /** What it pays of the list price. */
  readonly discount: number;
  /** Hidden: how well the product suits it, about −1.5 to 1.5. */
  readonly fit: number;
  /** Hidden: weeks in which about two thirds of the onboarding get done. */
  readonly onboardingPace: number;
  /** Hidden: how far the onboarding will ever get, 0–1. */
  readonly onboardingReach: number;
  /** Hidden: how slow support is for it; 1 is usual. */
  readonly supportSlowness: number;
  /** Hidden: days after the due date at which it usually pays; negative is early. */
  readonly paymentDelay: number;
  /** Share of a Friday's work that is done on weekends. */
  readonly weekendShare: number;
  /** Whether it answers surveys: never, no longer since a day of the records, or still. */
  readonly answersUntil: number;
  /** Events that nobody records for it. */
  readonly untracked: readonly string[];
}

const sizes: readonly {
  size: Size;
  share: number;
  seats: number;
  employees: readonly [number, number];
  yearly: number;
}[] = [
  { size: 'small', share: 0.46, seats: 9, employees: [6, 99], yearly: 0.22 },
  { size: 'mid-market', share: 0.38, seats: 22, employees: [100, 999], yearly: 0.45 },
  { size: 'enterprise', share: 0.16, seats: 62, employees: [1000, 12000], yearly: 0.88 },
];

/** The n-th account of a company of `count`. */
export function profileOf(seed: number, n: number, calendar: Calendar): Profile {
  const random = randomFor(seed, 'profile', n);
  const nameOffset = randomFor(seed, 'names').whole(0, 100_000);
  // The shares are above 0, so there is a place.
  const kind = sizes[random.place(sizes.map((one) => one.share))] as (typeof sizes)[number];
  const employees = employeesOf(random, kind.employees);
  const seats = Math.round(Math.min(400, employees * 0.9, Math.max(2, random.logNormal(kind.seats, 0.8))));
  const since = firstDayOf(random, calendar);
  const isNew = since >= calendar.firstDay - 180;
  // Those whose onboarding failed long ago are customers no more.
  const stalls = random.chance(isNew ? 0.2 : 0.06);
  return {
    id: `acct-${String(n + 1).padStart(4, '0')}`,
    name: accountName(n, nameOffset),
    since,
    size: kind.size,
    employees,
    industry: random.pick(industries),
    owner: random.pick(owners),
    plan: planOf(random, kind.size),
    seats: Math.max(2, seats),
    term: random.chance(kind.yearly) ? 12 : 3,
    discount: 1 - Math.min(0.3, 0.045 * Math.log(Math.max(1, seats / 5)) + random.between(0, 0.06)),
    fit: random.normal(isNew ? -0.15 : 0, 0.85),
    onboardingPace: random.logNormal(4.5, 0.5),
    onboardingReach: stalls ? random.between(0.35, 0.7) : random.between(0.9, 1),
    supportSlowness: random.logNormal(1, 0.35),
    paymentDelay: random.chance(0.12) ? random.between(10, 35) : random.between(-12, 6),
    weekendShare: random.chance(0.22) ? random.between(0.2, 0.6) : random.between(0, 0.06),
    answersUntil: answersUntil(random, calendar),
    untracked: untracked(random),
  };
}

function employeesOf(random: Random, [least, most]: readonly [number, number]): number {
  // Firms get rarer in proportion to their size, so the logarithm is even.
  return Math.round(Math.exp(random.between(Math.log(least), Math.log(most))));
}

function firstDayOf(random: Random, calendar: Calendar): number {
  const days = calendar.lastDay - calendar.firstDay;
  if (random.chance(0.24)) return calendar.lastDay - random.whole(2, days);
  return calendar.firstDay - Math.round(Math.min(2200, 20 + random.logNormal(520, 0.8)));
}

function planOf(random: Random, size: Size): Plan {
  const shares = { small: [0.62, 0.35, 0.03], 'mid-market': [0.25, 0.6, 0.15], enterprise: [0.02, 0.4, 0.58] }[size];
  // Three shares above 0 give a place from 0 to 2.
  return random.place(shares) as Plan;
}

function answersUntil(random: Random, calendar: Calendar): number {
  const fate = random.next();
  if (fate < 0.14) return -Infinity;
  return fate < 0.28 ? calendar.lastDay - random.whole(190, 330) : Infinity;
}

function untracked(random: Random): string[] {
  const fate = random.next();
  return fate < 0.12 ? ['touchpoint'] : fate < 0.16 ? ['ticket'] : fate < 0.18 ? ['touchpoint', 'ticket'] : [];
}
