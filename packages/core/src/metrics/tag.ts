import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id, percent } from '../schema/primitives.ts';
import { window, windowInWords } from '../schema/time.ts';
import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { sum } from '../stats/sum.ts';
import { ownFields } from './metric-fields.ts';
import { clamp, listed, metricKind, named } from './metric-kind.ts';
import { clampSql, type MetricSql } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('tag'),
    ...ownFields,
    /** The event that gives a tag; `tag` when absent. */
    event: z.optional(id),
    /** Its property that says which; `tag` when absent. */
    of: z.optional(id),
    within: window,
    /** The score without any tag; 50 when absent. Says nothing in a `points` group, which has a start of its own. */
    start: z.optional(percent),
    /** What each tag gives or costs. */
    points: z.record(id, z.number().check(z.gte(-100), z.lte(100))),
  });
type Tag = Made<typeof schema>;

/** What people have marked an account with: confidence (case study, referral) and risk (champion left). */
export const tag = metricKind<Tag>({
  kind: 'tag',
  isJudgement: true,
  reads: ({ event = 'tag', of = 'tag', within, points }) => ({ kind: 'tags', event, of, within, points }),
  score: ({ start = 50 }, points) => clamp(start + points),
  points: (_, points) => points,
  bounds({ points }) {
    const all = Object.values(points);
    return [sum(all.map((points) => Math.min(0, points))), sum(all.map((points) => Math.max(0, points)))];
  },
  rises: () => 'up',
  explain: ({ start = 50, within, points }, say) =>
    `${say(start)} to begin with; ${listed(Object.entries(points).map(([tag, points]) => `${say(points)} for ${tag}`))}; ${windowInWords(within)}`,
});

/** How it is written in a model. */
export const tagForm = /* @__PURE__ */ form(schema, ({ points }: Tag, path: string) =>
  named(points, `${path}.points`, 'tag'),
);

/** The same for all accounts at once. */
export const tagSql: MetricSql<Tag> = ({ start = 50 }, points, dialect) => ({
  score: clampSql(sql`${double(dialect, start)} + ${points}`),
  points,
});
