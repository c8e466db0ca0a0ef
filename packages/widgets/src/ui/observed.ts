import type { Contribution } from '@hale/core/report';
import type { Formats } from './formats.ts';
import { type Loose, number, text } from './loose.ts';
import { say } from './messages.ts';
import { observedMessages } from './observed.messages.ts';

/** What of a contribution says what was read. */
export type GivenObserved = Loose<Pick<Contribution, 'value' | 'unit' | 'said' | 'parts' | 'partsUnit'>>;

/** What was read, in the reader's language: "41 of 60", "68%", "6 days"; empty for nothing. It does not throw. */
export function sayObserved(given: GivenObserved, formats: Formats): string {
  const words = say(observedMessages, formats.lang);
  const figure = (value: number, unit: unknown) => {
    const whole = Math.floor(value);
    if (unit === 'days') return words.days(formats.number(whole), whole);
    return unit === 'percent' ? formats.share(value) : formats.number(value, 1);
  };
  const said = text(given.said, 120);
  if (said !== null) return said;
  const read = (name: string) => number(given.parts?.[name]);
  const write = (first: number, second: number, words: (first: string, second: string) => string) =>
    words(figure(first, given.partsUnit), figure(second, given.partsUnit));
  const [part, whole, now, before] = [read('part'), read('whole'), read('now'), read('before')];
  if (part !== null && whole !== null) return write(part, whole, words.share);
  if (now !== null && before !== null) return write(now, before, words.change);
  const value = number(given.value);
  return value === null ? '' : figure(value, given.unit);
}
