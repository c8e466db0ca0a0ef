import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { ago, dayMs, duration } from '../schema/time.ts';
import { isFiniteSql } from '../sql/finite.ts';
import { type Fragment, ofRow, sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { significantSql, toMillionthsSql } from '../sql/significant.ts';
import { upTo } from '../sql/up-to.ts';
import { significant, toMillionths } from '../stats/significant.ts';
import { sum } from '../stats/sum.ts';
import { described } from './described.ts';
import { anyNumber, counted } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { eventCondition, matches, propertyOf, where } from './where.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('open'),
    ...described,
    event: id,
    where: z.optional(where),
    longerThan: z.optional(duration),
    sum: z.optional(id),
  });
type Open = Made<typeof schema>;

/**
 * How many things that last, such as tickets and invoices, are open now and have been for `longerThan` or more: the sum
 * of the events' counts. With `sum`, what a numeric property of theirs comes to, each as often as its count says, such as
 * the amount overdue; missing where none of them has it, and where a double cannot hold it or the count. What ends
 * before it begins is not open.
 */
export const open = measureKind<Open>({
  kind: 'open',
  unit: 'number',
  read(measure, { account, now, zone }) {
    if (!account.tracks(measure.event)) return missing;
    const latest = measure.longerThan ? ago(now, measure.longerThan, zone) : now;
    const amounts: number[] = [];
    let count = 0;
    let oldest = now;
    for (const event of account.events(measure.event, -Infinity, now)) {
      if (event.at > latest) break;
      if ((event.until !== null && event.until <= now) || !matches(event, measure.where)) continue;
      const amount = measure.sum === undefined ? 1 : propertyOf(event, measure.sum);
      if (typeof amount === 'number') amounts.push(amount * event.count);
      count += event.count;
      oldest = Math.min(oldest, event.at);
    }
    if (!count) return { value: 0, at: now };
    const parts = { count: toMillionths(count), days: (now - oldest) / dayMs };
    return amounts.length && Number.isFinite(count) ? { value: significant(sum(amounts)), at: now, parts } : missing;
  },
  detail: ({ count, days }, words, measure) =>
    `${measure.sum === undefined ? '' : `${words(count ?? 0)} `}open up to ${words(Math.floor(days ?? 0))} days`,
});

/** How it is written in a model. */
export const openForm = /* @__PURE__ */ form(schema, undefined, ({ sum }: Open) =>
  sum === undefined ? counted() : anyNumber,
);

/** The same for all accounts at once. */
export const openSql: MeasureSql<Open> = (measure, context) => {
  const { dialect, now, zone } = context;
  const latest = measure.longerThan ? ago(now, measure.longerThan, zone) : now - 1;
  const isOpen = sql`${eventCondition(dialect, measure.event, measure.where)} and ${upTo(dialect, sql`e.at`, latest)} and (e.until is null or not ${upTo(dialect, sql`e.until`, now)})`;
  const count = context.event(dialect.sumOfCounts, isOpen);
  const told = toMillionthsSql(count);
  const amount = measure.sum === undefined ? null : ofRow(dialect.number(sql`e.properties`, measure.sum));
  const sumOf = (amount: Fragment) => {
    const total = dialect.sum(dialect.times(amount, howOften), (aggregate) => context.event(aggregate, isOpen));
    return significantSql(context.hold([total])[0] ?? total);
  };
  const value = amount
    ? sql`case when ${count} > 0 then case when ${isFiniteSql(count)} then ${sumOf(amount)} end else 0 end`
    : sql`coalesce(${told}, 0)`;
  const oldest = context.event(sql`min(e.at)`, isOpen);
  return {
    value: sql`case when ${context.tracks(measure.event)} then ${value} end`,
    at: sql`${now}`,
    parts: {
      count: sql`case when ${count} > 0 then ${told} end`,
      days: sql`(${now} - ${dialect.epochMs(oldest)}) / ${dayMs}`,
    },
  };
};
