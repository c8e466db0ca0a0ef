import { type Calendar, monthsAfter } from './calendar.ts';
import { type Plan, seatPrices } from './catalogue.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

/** What the customer pays for, from a day on. */
export interface Terms {
  readonly day: number;
  readonly seats: number;
  readonly plan: Plan;
  /** Euros a year. */
  readonly yearlyValue: number;
  /** The day of the next renewal. */
  readonly renewal: number;
}

export interface Outcome {
  readonly day: number;
  readonly kind: 'renewed' | 'churned' | 'expanded' | 'contracted';
}

/** What a decision about the contract is made from. */
export interface Situation {
  readonly engagement: number;
  /** Engagement and trust as they have been lately, the last eight weeks weighing most. */
  readonly satisfaction: number;
  /** From causes, in log-odds. */
  readonly reasonsToLeave: number;
  /** People who have a seat. */
  readonly headcount: number;
}

/** An account's contract over time. Nothing is decided before the records begin: who is in them had stayed until then. */
export class Contract {
  readonly steps: Terms[] = [];
  readonly outcomes: Outcome[] = [];
  readonly planChanges: { day: number; change: 'upgrade' | 'downgrade' }[] = [];
  /** The day it decided to leave at the next renewal. */
  leaving: number | null = null;
  ended: number | null = null;
  /** How much a price rise still hurts, in units of satisfaction. */
  pain = 0;
  #priceLevel = 1;
  #decided = false;
  readonly #profile: Profile;
  readonly #calendar: Calendar;
  readonly #random: Random;

  constructor(profile: Profile, calendar: Calendar, random: Random, firstDay: number) {
    this.#profile = profile;
    this.#calendar = calendar;
    this.#random = random;
    const renewal = nextRenewal(profile, Math.max(profile.since, firstDay));
    this.steps.push({
      day: firstDay,
      seats: profile.seats,
      plan: profile.plan,
      renewal,
      yearlyValue: this.#value(profile),
    });
  }

  get terms(): Terms {
    // The constructor made the first step.
    return this.steps.at(-1) as Terms;
  }

  /** Lives through the week that begins on a day. */
  week(day: number, situation: Situation): void {
    this.pain *= 0.94;
    const { renewal } = this.terms;
    const notice = this.#profile.term === 12 ? 50 : 24;
    const recorded = renewal > this.#calendar.firstDay;
    if (recorded && !this.#decided && day + 7 > renewal - notice) {
      this.#decided = true;
      if (this.#random.chance(this.#chanceToLeave(situation))) this.leaving = day;
    }
    if (renewal < day + 7 && renewal <= this.#calendar.lastDay) {
      if (this.leaving === null) this.#renew(renewal, recorded, situation);
      else this.#end(renewal);
    } else if (this.leaving === null) this.#grow(day, situation);
  }

  /** Leaving is a judgement on what was experienced, with much in it that no record shows. */
  #chanceToLeave({ engagement, satisfaction, reasonsToLeave }: Situation): number {
    const habit = this.#profile.term === 12 ? -2.8 : -4.25;
    const unseen = this.#random.normal(0, 0.8);
    const logOdds = habit - 0.75 * satisfaction - 0.5 * engagement + reasonsToLeave + 1.2 * this.pain + unseen;
    return 1 / (1 + Math.exp(-logOdds));
  }

  #end(day: number): void {
    this.ended = day;
    this.outcomes.push({ day, kind: 'churned' });
  }

  #renew(day: number, recorded: boolean, { satisfaction, headcount }: Situation): void {
    const random = this.#random;
    const { seats } = this.terms;
    const rise =
      day >= this.#calendar.priceRise && random.chance(0.7) ? random.between(0.08, 0.15) : random.between(0, 0.04);
    const yearly = this.#profile.term === 12 || random.chance(0.25);
    if (yearly) {
      this.#priceLevel *= 1 + rise;
      this.pain += rise > 0.07 ? 6 * rise * random.between(0.5, 1.3) : 0;
    }
    this.#decided = false;
    if (recorded) this.outcomes.push({ day, kind: 'renewed' });
    const renewal = monthsAfter(day, this.#profile.term);
    const shrinks = headcount < seats * 0.5 && random.chance(0.45);
    const downgrades = this.terms.plan > 0 && satisfaction < -0.4 && random.chance(0.12);
    this.#change(day, {
      renewal,
      seats: shrinks ? Math.max(2, Math.ceil(seats * random.between(0.72, 0.92)), Math.ceil(headcount)) : seats,
      // One below a plan above 0 is a plan.
      plan: downgrades ? ((this.terms.plan - 1) as Plan) : this.terms.plan,
    });
  }

  #grow(day: number, { engagement, satisfaction, headcount }: Situation): void {
    const random = this.#random;
    const { seats, plan } = this.terms;
    const crowded = headcount > seats * 0.72 && satisfaction > 0.2 && random.chance(0.022);
    const upgrades = plan < 2 && engagement > 0.7 && random.chance(0.005);
    if (!crowded && !upgrades) return;
    this.#change(day + random.whole(0, 6), {
      seats: crowded ? Math.min(400, Math.ceil(seats * random.between(1.08, 1.35))) : seats,
      // One above a plan below 2 is a plan.
      plan: upgrades ? ((plan + 1) as Plan) : plan,
    });
  }

  #change(day: number, change: Partial<Omit<Terms, 'day' | 'yearlyValue'>>): void {
    if (day > this.#calendar.lastDay) return;
    const before = this.terms;
    const after = { ...before, ...change, day };
    this.steps.push({ ...after, yearlyValue: this.#value(after) });
    if (day < this.#calendar.firstDay) return;
    if (after.plan !== before.plan)
      this.planChanges.push({ day, change: after.plan > before.plan ? 'upgrade' : 'downgrade' });
    const larger = after.seats - before.seats || after.plan - before.plan;
    if (larger) this.outcomes.push({ day, kind: larger > 0 ? 'expanded' : 'contracted' });
  }

  #value({ seats, plan }: { seats: number; plan: Plan }): number {
    return Math.round((seats * seatPrices[plan] * this.#profile.discount * this.#priceLevel) / 10) * 10;
  }
}

/** The first renewal after a day. */
function nextRenewal({ since, term }: Profile, day: number): number {
  let months = term;
  while (monthsAfter(since, months) <= day) months += term;
  return monthsAfter(since, months);
}
