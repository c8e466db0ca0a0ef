import type { Dialect } from '../sql/dialect.ts';
import { ours, sql } from '../sql/fragment.ts';
import { type Expression, express, type Held, joined, plain, reading } from './expression.ts';
import type { Column } from './staged-columns.ts';

/** A number that is known for each plan before any account is read, or one that the engine works out. */
export type Figure = readonly number[] | Expression;

/** Writes what differs from one plan to another. What is alike in several is written once, and what can be is worked out beforehand. */
export class ByPlan {
  readonly #plan: Column;
  readonly #count: number;
  readonly #dialect: Dialect;
  readonly #held: Held;

  /** `plan` holds the index of the plan in force, one of `count`. */
  constructor(plan: Column, count: number, dialect: Dialect, held: Held) {
    this.#plan = plan;
    this.#count = count;
    this.#dialect = dialect;
    this.#held = held;
  }

  /** What `of` makes of each plan, by its index. */
  each<T>(of: (plan: number) => T): T[] {
    return Array.from({ length: this.#count }, (_, plan) => of(plan));
  }

  /** One of `each`, which has an expression for every plan; null, in plans that have none. */
  pick(each: readonly (Expression | null)[]): Expression {
    const ways = new Map<string, { one: Expression; plans: number[] }>();
    const keys = new Map<Expression, string>();
    each.forEach((one, plan) => {
      if (!one) return;
      // Most are the very same: there is no need to write each of them out.
      const key = keys.get(one) ?? JSON.stringify(one.sql.pieces);
      keys.set(one, key);
      const way = ways.get(key);
      if (way) way.plans.push(plan);
      else ways.set(key, { one, plans: [plan] });
    });
    const [first] = ways.values();
    if (!first) return plain(sql`null`);
    if (first.plans.length === each.length) return first.one;
    const plan = reading(this.#plan);
    const all = [...ways.values()].sort((a, b) => a.plans.length - b.plans.length);
    // The most common needs no list where no plan is without one.
    const other = each.includes(null) ? null : all.pop();
    const cases = all.map(({ one, plans }) => express` when ${isAmong(plan, plans)} then ${one}`);
    const rest = other ? express` else ${other.one}` : plain(sql``);
    return reading(this.#held.column(express`case${joined(cases, sql``)}${rest} end`));
  }

  /** A figure as an expression. */
  write(figure: Figure): Expression {
    if (isExpression(figure)) return figure;
    const written = new Map(figure.map((one) => [one, plain(this.#dialect.double(sql`${one}`))]));
    return this.pick(figure.map((one) => written.get(one) ?? null));
  }

  /** A sum of figures; 0 of none. */
  sum(figures: readonly Figure[]): Figure {
    const known = figures.filter((one): one is readonly number[] => !isExpression(one));
    const others = figures.filter(isExpression);
    const sum = this.each((plan) => known.reduce((all, one) => all + (one[plan] as number), 0));
    if (!others.length) return sum;
    return express`(${joined(sum.some((one) => one !== 0) ? [this.write(sum), ...others] : others, sql` + `)})`;
  }

  /** `figure` as a share of `whole`; 0 of a whole that is 0. */
  share(figure: Expression, whole: Figure): Expression {
    const all = this.write(whole);
    if (!isExpression(whole) && whole.every((one) => one > 0)) return express`(${figure} / ${all})`;
    return express`case when ${all} > 0 then ${figure} / ${all} else 0 end`;
  }

  /** `figure` where `condition` is more than 0, and 0 elsewhere. */
  where(condition: Figure, figure: readonly number[]): Figure {
    if (isExpression(condition)) return express`case when ${condition} > 0 then ${this.write(figure)} else 0 end`;
    return this.each((plan) => ((condition[plan] as number) > 0 ? (figure[plan] as number) : 0));
  }
}

/** Whether a place is among some, which are in order: by ranges, since an engine may make a join of every list. */
function isAmong(place: Expression, places: readonly number[]): Expression {
  const ranges: [from: number, to: number][] = [];
  for (const one of places) {
    const last = ranges.at(-1);
    if (last && last[1] === one - 1) last[1] = one;
    else ranges.push([one, one]);
  }
  const each = ranges.map(([from, to]) =>
    from === to ? express`${place} = ${ours(from)}` : express`${place} between ${ours(from)} and ${ours(to)}`,
  );
  return joined(each, sql` or `);
}

const isExpression = (figure: Figure): figure is Expression => 'sql' in figure;
