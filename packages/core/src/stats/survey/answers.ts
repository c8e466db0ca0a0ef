import { mustBe } from '../must-be.ts';

/** The answers that were given on a scale of whole numbers, without the nulls of those who gave none. */
export function answersOn(scale: { from: number; to: number }, answers: readonly (number | null)[]): number[] {
  mustBe(Array.isArray(answers), 'answers', 'a list of answers', answers);
  const given: number[] = [];
  for (const [index, answer] of answers.entries()) {
    const holds = answer === null || (Number.isInteger(answer) && answer >= scale.from && answer <= scale.to);
    const expected = `a whole number from ${scale.from} to ${scale.to}, or null for no answer`;
    mustBe(holds, `answers[${index}]`, expected, answer);
    if (answer !== null) given.push(answer);
  }
  return given;
}
