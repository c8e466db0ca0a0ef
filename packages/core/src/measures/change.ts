import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { ago, duration } from '../schema/time.ts';
import { sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { described } from './described.ts';
import { anyNumber, type ExtentOf } from './extent.ts';
import { type MeasureSql, measureKind, missing, type ReachContext } from './measure-kind.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('change'),
    ...described,
    of: id,
    over: z.optional(duration),
    as: z.optional(z.enum(['share', 'absolute'])),
  });
type Change = Made<typeof schema>;

/**
 * Change of another measure against `over` ago, such as the same window a year before, or against the window just
 * before its own: as a share (−0.27 is 27 % down) or, when `absolute`, in its own unit. Missing when either end is, when
 * nobody can say that the earlier value was so by then, since it is undated, when the account is too young to have had a
 * whole earlier window, and as a share when the earlier value is 0.
 */
export const change = measureKind<Change>({
  kind: 'change',
  unit: ({ of, as }, unitOf) => (as === 'absolute' ? unitOf(of) : 'percent'),
  uses: ({ of }) => [of],
  reach: (measure, context) => context.reach(measure.of, earlier(measure, context)),
  read(measure, context) {
    const { of, as } = measure;
    const then = earlier(measure, context);
    const { since } = context.account;
    if (since !== null && since > context.reach(of, then)) return missing;
    const before = context.measure(of, then);
    const after = context.measure(of);
    if (before.value === null || before.at === null || after.value === null) return missing;
    const by = after.value - before.value;
    if (as !== 'absolute' && before.value === 0) return missing;
    return {
      value: as === 'absolute' ? by : by / Math.abs(before.value),
      at: after.at,
      parts: { now: after.value, before: before.value },
    };
  },
  detail: ({ now, before }, words, { of }) => `from ${words(before ?? 0, of)} to ${words(now ?? 0, of)}`,
});

/** How it is written in a model. */
export const changeForm = /* @__PURE__ */ form(
  schema,
  ({ of, over }: Change, path: string, reach: ReachContext['reach']): Issue[] => {
    const start = reach(of, 0);
    return over !== undefined || reach(of, start) < start
      ? []
      : [
          {
            code: 'no-window-before',
            path: `${path}.over`,
            message: `${path}.over must be given, such as "30d", since "${of}" has no window just before its own: it looks at no stretch of time, or at one that has only begun.`,
          },
        ];
  },
  (({ of, as }, extentOf) =>
    // What is at least 0 falls by no more than all of it.
    as !== 'absolute' && extentOf(of)[0] >= 0 ? [-1, anyNumber[1]] : anyNumber) satisfies ExtentOf<Change>,
);

/** The instant at which the earlier value is read. */
const earlier = ({ of, over }: Change, { now, zone, reach }: ReachContext): number =>
  over === undefined ? reach(of, now) : ago(now, over, zone);

/** The same for all accounts at once. */
export const changeSql: MeasureSql<Change> = (measure, context) => {
  const { dialect, since } = context;
  const then = earlier(measure, context);
  const { value: before, at: seen } = context.measure(measure.of, then);
  const after = context.measure(measure.of);
  const oldEnough = sql`(${since} is null or ${upTo(dialect, since, context.reach(measure.of, then))})`;
  const known = (value: typeof before) => sql`case when ${oldEnough} and ${seen} is not null then ${value} end`;
  const by = dialect.minus(dialect.double(after.value), before);
  return {
    value: known(measure.as === 'absolute' ? by : dialect.divide(by, sql`abs(${before})`)),
    at: after.at,
    parts: { now: after.value, before },
  };
};
