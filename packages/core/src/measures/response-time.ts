import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { dayMs, windowAt } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { mean } from '../stats/mean.ts';
import { quantile } from '../stats/quantile.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
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
 * the average, or what nine in ten took at most. Each is one, whatever its count; those that end before they begin are
 * passed over. Those still open are in no figure, so many of them make it too fair. Missing where none has ended.
 */
export const responseTime = measureKind<ResponseTime>({
  kind: 'response-time',
  unit: 'days',
  reach: windowStart,
  read(measure, { account, now, zone }) {
    if (!account.tracks(measure.event)) return missing;
    const { from, to } = windowAt(measure.within, now, zone);
    const lengths: number[] = [];
    for (const event of account.events(measure.event, -Infinity, to)) {
      const { at, until } = event;
      if (until === null || until < from || until >= to || until < at || !matches(event, measure.where)) continue;
      lengths.push((until - at) / dayMs);
    }
    const p = quantiles[measure.as ?? 'median'];
    const value = p === null ? mean(lengths) : quantile(lengths, p);
    return value === null ? missing : { value, at: now, parts: { n: lengths.length } };
  },
  detail: ({ n }, words) => `n = ${words(n ?? 0)}`,
});

/** How it is written in a model. */
export const responseTimeForm = /* @__PURE__ */ form(schema);

/** The same for all accounts at once. */
export const responseTimeSql: MeasureSql<ResponseTime> = (measure, context) => {
  const { dialect, now, zone } = context;
  const { from, to } = windowAt(measure.within, now, zone);
  const ended = sql`${eventCondition(dialect, measure.event, measure.where)} and e.until >= ${dialect.instant(from)} and e.until < ${dialect.instant(to)}`;
  // To the millisecond, as in JavaScript.
  const length = sql`(${dialect.epochMs(sql`e.until`)} - ${dialect.epochMs(sql`e.at`)})`;
  const p = quantiles[measure.as ?? 'median'];
  const rows = sql`${ended} and ${length} >= 0`;
  const middle = context.event(p === null ? sql`avg(${length})` : dialect.quantile(length, p), rows);
  return {
    value: sql`case when ${context.tracks(measure.event)} then ${middle} / ${dayMs} end`,
    at: sql`${now}`,
    parts: { n: context.event(sql`count(*)`, rows) },
  };
};
