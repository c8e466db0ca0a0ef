import type { Compare, Rule } from '../rules/rule-kind.ts';
import type { Scalar, Unit } from '../schema/primitives.ts';
import { labelFrom, sayValue } from '../schema/say.ts';
import { describeMeasure } from './describe-measure.ts';
import type { ModelDocument } from './model.ts';

const operators = {
  lt: 'below',
  lte: 'at or below',
  gt: 'above',
  gte: 'at or above',
  eq: 'equal to',
  ne: 'other than',
  in: 'one of',
} as const;

/** A rule in words: "Seats in use at or above 85% and not (Tickets above 5)". */
export function sayRule(model: Pick<ModelDocument, 'measures'>, rule: Rule): string {
  if ('not' in rule) return `not (${sayRule(model, rule.not)})`;
  const [inner, word] = 'all' in rule ? [rule.all, ' and '] : 'any' in rule ? [rule.any, ' or '] : [null, ''];
  if (!inner) return sayComparison(model, rule as Compare);
  return inner
    .map((one) => ('all' in one || 'any' in one ? `(${sayRule(model, one)})` : sayRule(model, one)))
    .join(word);
}

function sayComparison(model: Pick<ModelDocument, 'measures'>, rule: Compare): string {
  const { label, unit } = subjectOf(model, rule);
  const tests = (Object.keys(operators) as (keyof typeof operators)[]).flatMap((is) => {
    const threshold: Scalar | Scalar[] | undefined = rule[is];
    if (threshold === undefined) return [];
    return [
      `${operators[is]} ${[threshold]
        .flat()
        .map((one) => sayValue(one, unit))
        .join(', ')}`,
    ];
  });
  if (rule.known !== undefined) tests.push(rule.known ? 'observed' : 'not observed');
  return `${label} ${tests.join(' and ')}`;
}

function subjectOf(model: Pick<ModelDocument, 'measures'>, rule: Compare): { label: string; unit: Unit } {
  if (rule.measure !== undefined) return describeMeasure(model, rule.measure);
  if (rule.score !== undefined) {
    const label = rule.score === 'value' ? 'the score' : `the ${rule.score} of the score`;
    return { label, unit: rule.score === 'coverage' ? 'percent' : 'number' };
  }
  return { label: labelFrom(rule.fact ?? rule.dimension ?? ''), unit: 'number' };
}
