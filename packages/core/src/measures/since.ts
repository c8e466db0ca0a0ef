import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { dayMs } from '../schema/time.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { counted } from './extent.ts';
import { factDate, factDateSql } from './fact-date.ts';
import { type MeasureSql, measureKind, missing, type ReadContext, type SqlContext } from './measure-kind.ts';
import { eventCondition, matches, where } from './where.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('since'),
    ...described,
    event: z.optional(id),
    where: z.optional(where),
    fact: z.optional(id),
  });
type Since = Made<typeof schema>;

/**
 * Days since an event last happened, or since the date that a fact holds, with fractions; of neither, since the account
 * became a customer. As old as the fact. What never happened, or is yet to come, is missing.
 */
export const since = measureKind<Since>({
  kind: 'since',
  unit: 'days',
  read(measure, context) {
    const { account, now } = context;
    const from = startOf(measure, context);
    if (from === null || from > now) return missing;
    const at = measure.fact === undefined ? now : (account.fact(measure.fact, now)?.at ?? null);
    return { value: (now - from) / dayMs, at };
  },
});

/** How it is written in a model. */
export const sinceForm = /* @__PURE__ */ form(
  schema,
  ({ event, fact, where }: Since, path: string): Issue[] => {
    const issues: Issue[] = [];
    if (event !== undefined && fact !== undefined) {
      issues.push({
        code: 'two-starts',
        path,
        message: `${path} must count from an event or from a fact, not from both: remove event or fact.`,
      });
    }
    if (event === undefined && where !== undefined) {
      issues.push({
        code: 'where-without-event',
        path: `${path}.where`,
        message: `${path}.where tells events apart and there is no event: add event, or remove where.`,
      });
    }
    return issues;
  },
  counted,
);

function startOf({ event, fact, where }: Since, context: ReadContext): number | null {
  const { account, now } = context;
  if (fact !== undefined) return factDate(fact, context);
  if (event === undefined) return account.since;
  if (!account.tracks(event)) return null;
  return account.events(event, -Infinity, now).findLast((one) => matches(one, where))?.at ?? null;
}

/** The same for all accounts at once. */
export const sinceSql: MeasureSql<Since> = (measure, context) => {
  const { now } = context;
  const from = startSql(measure, context);
  return {
    value: sql`case when ${from} <= ${now} then (${now} - ${from}) / ${dayMs} end`,
    at: measure.fact === undefined ? sql`${now}` : context.fact(measure.fact, now).at,
  };
};

function startSql({ event, fact, where }: Since, context: SqlContext): Fragment {
  const { dialect, now } = context;
  if (fact !== undefined) return factDateSql(fact, context);
  if (event === undefined) return dialect.epochMs(context.since);
  const seen = sql`${eventCondition(dialect, event, where)} and e.at < ${dialect.instant(now)}`;
  return sql`case when ${context.tracks(event)} then ${dialect.epochMs(context.event(sql`max(e.at)`, seen))} end`;
}
