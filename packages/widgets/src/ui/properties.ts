import { isDeveloping, listOf } from '#developing';
import { instant, number } from './loose.ts';
import type { PropertyForm } from './widget.ts';

/** A number written as an attribute. Empty is missing, not 0; what is no number stays NaN, for the widget to say so. */
export const numberAttribute = {
  converter: (text: string): number | null => (text.trim() === '' ? null : Number(text)),
} as const;

/** A number from `low` to `high`, written as an attribute. */
export const numberFrom = (low: number, high: number): PropertyForm =>
  isDeveloping
    ? {
        ...numberAttribute,
        takes: (value) => typeof value === 'number' && value >= low && value <= high,
        expected: high < Infinity ? `a number from ${low} to ${high}` : `a number from ${low} on`,
      }
    : numberAttribute;

/** One of a few words, the first of them where it is not set. */
export const oneOf = (...words: readonly string[]): PropertyForm => ({
  initial: words[0],
  ...(isDeveloping && { takes: (value) => words.some((word) => word === value), expected: words.join(' or ') }),
});

/** A day, or an instant. */
export const dateText: PropertyForm = isDeveloping
  ? { takes: (value) => instant(value) !== null, expected: 'a date such as 2026-01-05' }
  : {};

/** A scale of one's own: not an attribute. */
export const tierList: PropertyForm = {
  attribute: false,
  ...(isDeveloping &&
    listOf(
      ({ from, label, id }) => number(from, 0, 100) !== null && Boolean(label || id),
      '{ from, label } with from 0 to 100',
    )),
};

/** How many days back a score is compared with. */
export const daysBack: PropertyForm = numberFrom(1, 3660);
