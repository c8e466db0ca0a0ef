import { type Combined, countingWeight, type Member, method, sum } from './method.ts';

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
