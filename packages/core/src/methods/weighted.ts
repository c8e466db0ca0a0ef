import { sql } from '../sql/fragment.ts';
import { type Combined, countingWeight, type Member, method, sum } from './method.ts';
import { type MethodSql, sumSql } from './method-sql.ts';

/** The weighted mean of the members that count; the weight of the others goes to them. */
export const weighted = method<object>({
  method: 'weighted',
  combine: weightedMean,
  explain: () => 'weighted mean',
});

/** The weighted mean, with its parts. Null when nothing with a weight counts. */
export function weightedMean(members: readonly Member[]): Combined {
  const whole = countingWeight(members);
  if (whole === 0) return { score: null, shares: members.map(() => 0) };
  const shares = members.map(({ weight, score }) => (score === null ? 0 : weight / whole));
  const score = sum(members.map((member, index) => (shares[index] ?? 0) * (member.score ?? 0)));
  return { score: Math.min(100, score), shares };
}

/** The same for all accounts at once. */
export const weightedSql: MethodSql<object> = (members, _, { hold }) => {
  const counting = members.map(({ weight, score }) => sql`case when ${score} is null then 0 else ${weight} end`);
  const whole = hold(sumSql(counting));
  const sum = sumSql(members.map(({ weight, score }) => sql`coalesce(${weight} * ${score}, 0)`));
  return {
    score: sql`case when ${whole} > 0 then least(100, ${sum} / ${whole}) end`,
    shares: () =>
      members.map(
        ({ weight, score }) =>
          sql`case when ${whole} > 0 and ${score} is not null then ${weight} / ${whole} else 0 end`,
      ),
  };
};
