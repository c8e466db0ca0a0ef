import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { type Combined, countingWeight, type Member, method, slack } from './method.ts';
import {
  type CombinedSql,
  extremeSql,
  type MemberSql,
  type MethodContext,
  type MethodSql,
  sumSql,
} from './method-sql.ts';

/** The score of the worst member that counts; those that tie share it by their weights. */
export const worst = method<object>({
  method: 'worst',
  combine: (members) => extreme(members, Math.min),
  explain: () => 'the worst decides',
});

/** The score of the best member that counts. */
export const best = method<object>({
  method: 'best',
  combine: (members) => extreme(members, Math.max),
  explain: () => 'the best decides',
});

function extreme(members: readonly Member[], pick: (...scores: number[]) => number): Combined {
  const scores = members.flatMap(({ weight, score }) => (score === null || weight === 0 ? [] : [score]));
  const score = scores.length ? pick(...scores) : null;
  const deciding = members.map((member) => (isAt(member.score, score) ? member.weight : 0));
  const whole = countingWeight(members.filter((_, index) => (deciding[index] ?? 0) > 0));
  return { score, shares: deciding.map((weight) => (whole > 0 ? weight / whole : 0)) };
}

const isAt = (score: number | null, decisive: number | null): boolean =>
  score !== null && decisive !== null && Math.abs(score - decisive) <= slack;

/** The same for all accounts at once. */
export const worstSql: MethodSql<object> = (members, _, context) => decided('least', members, context);

/** The same for all accounts at once. */
export const bestSql: MethodSql<object> = (members, _, context) => decided('greatest', members, context);

function decided(
  pick: 'least' | 'greatest',
  members: readonly MemberSql[],
  { dialect, hold }: MethodContext,
): CombinedSql {
  return {
    score: extremeSql(
      pick,
      members.map(({ weighed }) => weighed),
    ),
    shares(score) {
      const deciding = members.map(
        ({ weight, weighed }) =>
          sql`case when abs(${weighed} - ${score}) <= ${double(dialect, slack)} then ${weight} else 0 end`,
      );
      const whole = hold(sumSql(deciding));
      return deciding.map((weight) => sql`case when ${whole} > 0 then ${weight} / ${whole} else 0 end`);
    },
  };
}
