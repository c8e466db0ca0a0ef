import { type Combined, countingWeight, type Member, method } from './method.ts';

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
  const deciding = members.map((member) => (score !== null && member.score === score ? member.weight : 0));
  const whole = countingWeight(members.filter((_, index) => (deciding[index] ?? 0) > 0));
  return { score, shares: deciding.map((weight) => (whole > 0 ? weight / whole : 0)) };
}
