import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { dayMs, windowAt } from '../schema/time.ts';
import { isFiniteSql } from '../sql/finite.ts';
import { type Fragment, ours, sql } from '../sql/fragment.ts';
import { howOften } from '../sql/how-often.ts';
import { significantSql, toMillionthsSql } from '../sql/significant.ts';
import { significant, toMillionths } from '../stats/significant.ts';
import { sum } from '../stats/sum.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { type MeasureSql, measureKind, missing, type SqlContext } from './measure-kind.ts';
import { eventCondition, matches } from './where.ts';
import { windowed, windowStart } from './window.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('response-time'),
    ...described,
    ...windowed,
    as: z.optional(z.enum(['median', 'average', 'p90'])),
  });
type ResponseTime = Made<typeof schema>;

/** Which quantile is asked for; the average is none. */
const quantiles = { median: 0.5, p90: 0.9, average: null };

/**
 * Days, with fractions, from beginning to end of the things that ended within a window, whenever they began: the median,
 * the average, or what nine in ten took at most. One with a count of 3 stands for three; those that end before they
 * begin are passed over. Those still open are in no figure, so many of them make it too fair. Missing where none has
 * ended.
 */
export const responseTime = measureKind<ResponseTime>({
  kind: 'response-time',
  unit: 'days',
  reach: windowStart,
  read(measure, { account, now, zone }) {
    if (!account.tracks(measure.event)) return missing;
    const { from, to } = windowAt(measure.within, now, zone);
    const lengths: Counted[] = [];
    for (const event of account.events(measure.event, -Infinity, to)) {
      const { at, until } = event;
      if (until === null || until < from || until >= to || until < at || !matches(event, measure.where)) continue;
      lengths.push([until - at, event.count]);
    }
    if (!lengths.length) return missing;
    const n = toMillionths(sum(lengths.map(([, count]) => count)));
    if (!Number.isFinite(n)) return missing;
    const p = quantiles[measure.as ?? 'median'];
    const value = p === null ? sum(lengths.map(([length, count]) => length * count)) / n : quantileOf(lengths, p, n);
    return { value: significant(value / dayMs), at: now, parts: { n } };
  },
  detail: ({ n }, words) => `n = ${words(n ?? 0)}`,
});

/** How it is written in a model. */
export const responseTimeForm = /* @__PURE__ */ form(schema, undefined, counted);

type Counted = readonly [length: number, count: number];

/** Counts need not be whole: a place is reached when it is reached but for rounding. */
const nearly = 1e-9;

/** The p-quantile of lengths that each stand for so many, `n` in all, as `quantile` has it: R's type 7. */
function quantileOf(lengths: Counted[], p: number, n: number): number {
  lengths.sort(([a, one], [b, other]) => a - b || one - other);
  const at = (place: number): number => {
    let running = 0;
    const found = lengths.find(([, count]) => {
      running += count;
      return toMillionths(running) > place + nearly;
    });
    return (found ?? lengths.at(-1) ?? [0])[0];
  };
  const place = Math.max(0, (n - 1) * p);
  const low = at(Math.floor(place));
  return low + (at(Math.ceil(place)) - low) * (place - Math.floor(place));
}

/** The same for all accounts at once. */
export const responseTimeSql: MeasureSql<ResponseTime> = (measure, context) => {
  const { dialect, now, zone } = context;
  const { from, to } = windowAt(measure.within, now, zone);
  const ended = sql`${eventCondition(dialect, measure.event, measure.where)} and e.until >= ${dialect.instant(from)} and e.until < ${dialect.instant(to)}`;
  // To the millisecond, as in JavaScript.
  const length = sql`(${dialect.epochMs(sql`e.until`)} - ${dialect.epochMs(sql`e.at`)})`;
  const rows = sql`${ended} and ${length} >= 0`;
  const p = quantiles[measure.as ?? 'median'];
  const [n = sql`null`] = context.hold([toMillionthsSql(context.event(dialect.sumOfCounts, rows))]);
  const take = (aggregate: Fragment) => context.event(aggregate, rows);
  const middle =
    p === null
      ? dialect.divide(dialect.sum(dialect.times(length, howOften), take), n)
      : quantileSql({ length, rows, p, n }, context);
  const [days = sql`null`] = context.hold([sql`${middle} / ${dayMs}`]);
  return {
    value: sql`case when ${context.tracks(measure.event)} and ${isFiniteSql(n)} then ${significantSql(days)} end`,
    at: sql`${now}`,
    parts: { n },
  };
};

function quantileSql(
  { length, rows, p, n }: { length: Fragment; rows: Fragment; p: number; n: Fragment },
  { dialect, over }: SqlContext,
): Fragment {
  const placeOf = (total: Fragment) => sql`greatest(0, (${total} - 1) * ${dialect.double(sql`${p}`)})`;
  const counted = sql`(select e.account_id, e.length, e.running, ${placeOf(toMillionthsSql(sql`e.total`))} as place
from (select e.account_id, e.length, ${dialect.sumOfCounts} over (partition by e.account_id order by e.length) as running,
${dialect.sumOfCounts} over (partition by e.account_id) as total
from (select e.account_id, ${length} as length, ${howOften} as count from events e where ${rows}) e) e)`;
  // An engine may make an integer of it, and end the statement where none is so large. From 2^53 on all are whole.
  const whole = (edge: 'floor' | 'ceil', place: Fragment) =>
    sql`case when ${place} < 9007199254740992 then ${ours(edge)}(${place}) else ${place} end`;
  const at = (edge: 'floor' | 'ceil') => {
    const beyond = sql`${toMillionthsSql(sql`e.running`)} > ${whole(edge, sql`e.place`)} + ${nearly}`;
    return over(counted, sql`coalesce(min(case when ${beyond} then e.length end), max(e.length))`);
  };
  const low = at('floor');
  const place = placeOf(n);
  return sql`(${low} + (${at('ceil')} - ${low}) * (${place} - ${whole('floor', place)}))`;
}
