import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { deadlineStart, doneForm } from '../measures/done.ts';
import { where } from '../measures/where.ts';
import { form, type Made } from '../schema/form.ts';
import { id, percent } from '../schema/primitives.ts';
import { duration, inWords } from '../schema/time.ts';
import { double } from '../sql/double.ts';
import { type Fragment, sql } from '../sql/fragment.ts';
import { ownFields } from './metric-fields.ts';
import { clamp, metricKind } from './metric-kind.ts';
import type { MetricSql } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('action'),
    ...ownFields,
    /** What the account is to do, once. */
    event: id,
    where: z.optional(where),
    /** Points for doing it. */
    points: percent.check(z.positive()),
    /** Points for doing it after the deadline; `points` when absent. */
    late: z.optional(z.number()),
    /** What it costs, 0 or less, not to have done it by the deadline; 0 when absent. */
    missed: z.optional(z.number().check(z.gte(-100), z.lte(0))),
    deadline: z.optional(duration),
    /** What the deadline runs from. */
    after: z.optional(deadlineStart),
  });
type Action = Made<typeof schema>;

const reads = ({ event, where, deadline, after }: Action) => ({ kind: 'done', event, where, deadline, after }) as const;

/** By the measure `done`: 1 in time, 2 late, 0 not yet due, −1 missed. */
const byState = <T>(
  value: number,
  { missed, due, late, points }: Record<'missed' | 'due' | 'late' | 'points', T>,
): T => {
  if (value < 0) return missed;
  if (value < 1) return due;
  return value < 2 ? points : late;
};

/**
 * Something to be done, with points for it and a deduction when its deadline has passed. What is not yet due gives
 * nothing in a `points` group and does not apply in others, where doing it late scores `late` as a share of `points`.
 */
export const action = metricKind<Action>({
  kind: 'action',
  reads,
  score: ({ points, late = points }, value) =>
    byState(value, { missed: 0, due: null, late: clamp((100 * late) / points), points: 100 }),
  points: ({ points, late = points, missed = 0 }, value) => byState(value, { missed, due: 0, late, points }),
  bounds: ({ points, missed = 0 }) => [missed, points],
  rises: ({ points, late = points }) => (late < points ? 'neither' : 'up'),
  explain({ points, late, missed, deadline }, say) {
    if (!deadline) return `${say(points)} points when done`;
    const after = late === undefined ? '' : `, ${say(late)} when done later`;
    return `${say(points)} points when done within ${inWords(deadline)}${after}, ${say(missed ?? 0)} when missed`;
  },
});

/** How it is written in a model. */
export const actionForm = /* @__PURE__ */ form(schema, (metric: Action, path: string): Issue[] => {
  const { points, late = points, missed = 0, deadline } = metric;
  const issues = doneForm.check?.(reads(metric), path) ?? [];
  for (const key of ['missed', 'late'] as const) {
    if (metric[key] === undefined || deadline) continue;
    issues.push({
      code: 'no-deadline',
      path: `${path}.${key}`,
      message: `${path}.${key} needs a deadline: without one nothing is ever ${key}. Add deadline and after, or remove ${key}.`,
    });
  }
  if (late > points || late < missed) {
    issues.push({
      code: 'late-points',
      path: `${path}.late`,
      message: `${path}.late must lie between missed (${missed}) and points (${points}), not ${late}: late is no better than in time, and no worse than never.`,
    });
  }
  return issues;
});

/** The same for all accounts at once. */
export const actionSql: MetricSql<Action> = ({ points, late = points, missed = 0 }, value, dialect) => {
  const told = (byState: Record<'missed' | 'due' | 'late' | 'points', number>) => {
    const { missed, due, late, points } = Object.fromEntries(
      Object.entries(byState).map(([state, one]) => [state, double(dialect, one)]),
    ) as Record<keyof typeof byState, Fragment>;
    return sql`case when ${value} < 0 then ${missed} when ${value} < 1 then ${due} when ${value} < 2 then ${points} else ${late} end`;
  };
  return {
    score: told({ missed: 0, due: 0, late: clamp((100 * late) / points), points: 100 }),
    applies: sql`${value} < 0 or ${value} >= 1`,
    points: told({ missed, due: 0, late, points }),
  };
};
