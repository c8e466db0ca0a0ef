import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { made } from '../schema/made.ts';
import { percent } from '../schema/primitives.ts';
import { double, doubles } from '../sql/double.ts';
import { join, sql } from '../sql/fragment.ts';
import { type MethodForm, method, slack, sum } from './method.ts';
import { type MethodSql, sumSql } from './method-sql.ts';

interface Points {
  /** Points to begin with; 0 when absent. */
  start?: number | undefined;
  /** The score is held to these; 0 and 100 when absent. */
  min?: number | undefined;
  max?: number | undefined;
}

/** Adds points to a start: what was done gives some, what was not costs some. Held between `min` and `max`. */
export const points = method<Points>({
  method: 'points',
  combine(members, { start = 0, min = 0, max = 100 }) {
    const parts = members.map(({ points }) => points ?? 0);
    const shares = members.map(({ points, most }) => (points === null ? 0 : most / 100));
    if (members.every(({ points }) => points === null)) return { score: null, parts, shares };
    const free = start + sum(parts);
    const score = Math.min(max, Math.max(min, free));
    return { score, parts, shares, start, limit: Math.abs(free - score) <= slack ? 0 : score - start - sum(parts) };
  },
  explain: ({ start = 0 }) => `points added to ${start}`,
  explainLimit: ({ min = 0, max = 100 }) => `Points are held between ${min} and ${max}.`,
});

/** What it can be told. */
export const pointsForm = /* @__PURE__ */ made(
  (): MethodForm<Points> => ({
    settings: { start: z.optional(percent), min: z.optional(percent), max: z.optional(percent) },
    check({ start = 0, min = 0, max = 100 }, path): Issue[] {
      if (min <= start && start <= max && min < max) return [];
      return [
        {
          code: 'points-order',
          path: `${path}.start`,
          message: `${path}.start must lie between min (${min}) and max (${max}), and these apart, not ${start}: points begin within their limits.`,
        },
      ];
    },
  }),
);

/** The same for all accounts at once. */
export const pointsSql: MethodSql<Points> = (members, { start = 0, min = 0, max = 100 }, { dialect, hold }) => {
  const all = members.map(({ points }) => points);
  const parts = all.map((points) => sql`coalesce(${points}, 0)`);
  const [begin, least, most] = doubles(dialect, [start, min, max]);
  const free = hold(sql`${begin} + ${sumSql(parts)}`);
  const counts = join(
    all.map((points) => sql`${points} is not null`),
    sql` or `,
  );
  return {
    score: sql`case when ${counts} then least(${most}, greatest(${least}, ${free})) end`,
    shares: () => members.map(({ points, most }) => sql`case when ${points} is null then 0 else ${most} / 100 end`),
    parts: () => parts,
    start,
    limit: (score) => sql`case when abs(${free} - ${score}) > ${double(dialect, slack)} then ${score} - ${free} end`,
  };
};
