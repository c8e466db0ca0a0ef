import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { made } from '../schema/made.ts';
import { id } from '../schema/primitives.ts';
import { dayMs, duration, toMs } from '../schema/time.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import type { Extent } from './extent.ts';
import { factDate, factDateSql } from './fact-date.ts';
import { type MeasureSql, measureKind, missing, type ReadContext, type SqlContext } from './measure-kind.ts';
import { eventCondition, matches, type Where, where } from './where.ts';

/** What a deadline runs from: the day the account began, the first time of an event, or the date a fact tells. */
export const deadlineStart = /* @__PURE__ */ made(() =>
  z.union([
    z.literal('start'),
    z.strictObject({ event: id, where: z.optional(where) }, 'an object {event}'),
    z.strictObject({ fact: id }, 'an object {fact}'),
  ]),
);

const schema = () =>
  z.strictObject({
    kind: z.literal('done'),
    ...described,
    event: id,
    where: z.optional(where),
    deadline: z.optional(duration),
    after: z.optional(deadlineStart),
  });
type Done = Made<typeof schema>;

/**
 * Whether an account has done something: 1 done, in time where there is a deadline; 2 done late; 0 not done and not yet
 * due; −1 missed. Counts the first time; what was done before the deadline began to run is done in time. A deadline is
 * time gone by: its days have 24 hours. Missing when nobody records the event, and when it is not done and nobody can
 * say from when its deadline runs.
 */
export const done = measureKind<Done>({
  kind: 'done',
  unit: 'number',
  read(measure, context) {
    const { account, now } = context;
    if (!account.tracks(measure.event)) return missing;
    const at = firstAt(measure, context);
    const start = startOf(measure.after, context);
    const due = start === null || !measure.deadline ? null : start + toMs(measure.deadline);
    if (at !== null) {
      const value = due !== null && at > due ? 2 : 1;
      return start === null ? { value, at: now } : { value, at: now, parts: { days: (at - start) / dayMs } };
    }
    if (measure.deadline && due === null) return missing;
    return { value: due !== null && now > due ? -1 : 0, at: now };
  },
  says({ deadline }, value) {
    if (value > 0) return value > 1 ? 'done late' : 'done';
    if (!deadline) return 'not done';
    return value < 0 ? 'missed' : 'not yet due';
  },
  detail: ({ days = 0 }, words) =>
    days < 0 ? `${words(Math.ceil(-days))} days before the start` : `after ${words(Math.floor(days))} days`,
});

/** How it is written in a model. */
export const doneForm = /* @__PURE__ */ form(
  schema,
  ({ deadline, after }: Done, path: string) =>
    (deadline === undefined) === (after === undefined)
      ? []
      : [
          {
            code: 'deadline-without-start',
            path,
            message: deadline
              ? `${path} has a deadline without a start: say with after what it runs from.`
              : `${path}.after is the start of a deadline that is not there: add deadline, or remove after.`,
          },
        ],
  (): Extent => [-1, 2],
);

/** The first time of an event before now; null where there was none. */
function firstAt(wanted: { event: string; where?: Where | undefined }, { account, now }: ReadContext): number | null {
  return account.events(wanted.event, -Infinity, now).find((event) => matches(event, wanted.where))?.at ?? null;
}

function startOf(after: Done['after'], context: ReadContext): number | null {
  if (after === undefined) return null;
  if (after === 'start') return context.account.since;
  if ('fact' in after) return factDate(after.fact, context);
  return context.account.tracks(after.event) ? firstAt(after, context) : null;
}

/** The same for all accounts at once. */
export const doneSql: MeasureSql<Done> = (measure, context) => {
  const { now } = context;
  const at = firstAtSql(measure, context);
  const start = startSql(measure.after, context);
  const due = sql`${start} + ${toMs(measure.deadline ?? '1d')}`;
  const late = measure.deadline ? sql`when ${at} > ${due} then 2` : sql``;
  const open = measure.deadline
    ? sql`when ${start} is null then null when ${now} > ${due} then -1 else 0`
    : sql`else 0`;
  return {
    value: sql`case when not ${context.tracks(measure.event)} then null ${late} when ${at} is not null then 1 ${open} end`,
    at: sql`${now}`,
    parts: measure.after ? { days: sql`(${at} - ${start}) / ${dayMs}` } : {},
  };
};

function firstAtSql(wanted: { event: string; where?: Where | undefined }, context: SqlContext): Fragment {
  const { dialect, now } = context;
  const seen = sql`${eventCondition(dialect, wanted.event, wanted.where)} and e.at < ${dialect.instant(now)}`;
  return dialect.epochMs(context.event(sql`min(e.at)`, seen));
}

function startSql(after: Done['after'], context: SqlContext): Fragment {
  if (after === undefined) return sql`null`;
  if (after === 'start') return context.dialect.epochMs(context.since);
  if ('fact' in after) return factDateSql(after.fact, context);
  return sql`case when ${context.tracks(after.event)} then ${firstAtSql(after, context)} end`;
}
