import * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { percent } from '../schema/primitives.ts';
import { double } from '../sql/double.ts';
import { join, sql } from '../sql/fragment.ts';
import { rounded } from '../sql/rounded.ts';
import { decimals, toDecimals } from '../stats/decimals.ts';
import { type MethodForm, method, slack } from './method.ts';
import type { MethodSql } from './method-sql.ts';
import { weightedMean, weightedSql } from './weighted.ts';

interface Veto {
  /** A member below this is poor; 40 when absent. */
  poorBelow?: number | undefined;
  /** With any poor member the score is at most this; 40 when absent. */
  cap?: number | undefined;
}

/** The weighted mean, but with any poor member no higher than `cap`: one thing badly wrong is not averaged away. */
export const veto = method<Veto>({
  method: 'veto',
  combine(members, { poorBelow = 40, cap = 40 }) {
    const mean = weightedMean(members);
    const isPoor = members.some(
      ({ weight, score }) => score !== null && weight > 0 && toDecimals(score) < toDecimals(poorBelow),
    );
    if (mean.score === null || !isPoor) return mean;
    if (mean.score <= cap + slack) return { ...mean, score: Math.min(cap, mean.score) };
    return { ...mean, score: cap, limit: cap - mean.score };
  },
  explain: ({ poorBelow = 40, cap = 40 }) => `weighted mean, at most ${cap} with anything below ${poorBelow}`,
  explainLimit: ({ poorBelow = 40, cap = 40 }) => `Held to ${cap}, because something is below ${poorBelow}.`,
});

/** What it can be told. */
export const vetoForm = /* @__PURE__ */ made(
  (): MethodForm<Veto> => ({ settings: { poorBelow: z.optional(percent), cap: z.optional(percent) } }),
);

/** The same for all accounts at once. */
export const vetoSql: MethodSql<Veto> = (members, { poorBelow = 40, cap = 40 }, context) => {
  const { dialect, hold } = context;
  const mean = weightedSql(members, {}, context);
  const free = hold(mean.score);
  const edge = double(dialect, toDecimals(poorBelow));
  const poor = members.map(({ weighed }) => sql`${rounded(weighed, decimals)} < ${edge}`);
  const held = sql`least(${double(dialect, cap)}, ${free})`;
  return {
    score: sql`case when ${free} is null then null when ${join(poor, sql` or `)} then ${held} else ${free} end`,
    shares: mean.shares,
    limit: (score) => sql`case when ${free} > ${score} + ${double(dialect, slack)} then ${score} - ${free} end`,
  };
};
