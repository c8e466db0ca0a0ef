import type { Scalar, Unit } from './primitives.ts';

/**
 * English for the sentences a report carries. Widgets write their own from the same figures in the reader's language.
 * Not Intl: a sentence must be the same in every engine.
 */
export function sayValue(value: Scalar | null, unit: Unit): string {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'percent') return `${sayNumber(value * 100)}%`;
  if (unit === 'days') return sayDays(value);
  return sayNumber(value);
}

/** A number with at most one decimal, thousands apart: 1,234.5. Very large ones as JavaScript writes them, small ones to three digits. */
export function sayNumber(value: number): string {
  if (value >= 0 && value < 1000 && Number.isInteger(value)) return String(value + 0);
  // A hundred times the largest numbers overflows.
  if (Math.abs(value) === Infinity) return sayNumber(Math.sign(value) * Number.MAX_VALUE);
  if (Math.abs(value) >= 1e15) return sign(String(value));
  if (value !== 0 && Math.abs(value) < 0.05) return sign(String(Number(value.toPrecision(3))));
  const text = String(toTenths(value) / 10);
  return sign(Math.abs(value) < 999 ? text : text.replace(/\B(?=(\d{3})+(?!\d))/g, ','));
}

/**
 * In whole tenths, halves away from zero as they stand in the decimal that JavaScript writes: 1.45 is 15, though the
 * double is a little less. So the figures agree with those that Intl writes in widgets. For less than 1e15.
 */
export const toTenths = (value: number): number =>
  Math.sign(value) * Math.round(Math.abs(value) < 1e-6 ? 0 : Number(`${Math.abs(value)}e1`));

function sayDays(value: number): string {
  const days = Math.floor(Math.abs(value)) * Math.sign(value);
  return `${sayNumber(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}

const sign = (text: string): string => (text === '-0' ? '0' : text.replace('-', '−'));

/** What was named by its id, as a label: at most 120 characters, no character cut in half. */
export function toLabel(text: string): string {
  return text.length <= 120 ? text : `${cut(text, 119)}…`;
}

/** A sentence as long as a report carries: at most 2,000 characters. */
export const toSentence = (text: string): string => (text.length <= 2000 ? text : `${cut(text, 1999)}…`);

/** At most so many characters, and not the first half of one that takes two. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

const labels = new Map<string, string>();
const mostLabels = 1000;

/** A name for people where the model gives none: `seat-use` and `seatUse` are "Seat use". */
export function labelFrom(id: string): string {
  const known = labels.get(id);
  if (known !== undefined) return known;
  const words = id
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[-_.\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const label = toLabel(words ? words[0]?.toUpperCase() + words.slice(1) : id);
  if (labels.size >= mostLabels) labels.clear();
  labels.set(id, label);
  return label;
}
