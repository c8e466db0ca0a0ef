import type { Arithmetic } from './arithmetic.ts';
import type { Fragment, Value } from './fragment.ts';

/** What differs between engines, and nothing else. Times are UTC timestamps without a zone. */
export interface Dialect extends Arithmetic {
  readonly name: string;
  /** The nth placeholder, counted from 1, for a value whose type the engine may want to be told. */
  placeholder(n: number, value: Value): string;
  /** A name, quoted so that nothing in it can end the quotation. */
  quote(name: string): string;
  /** What stands before a table expression that is to be made once and held, not written out wherever it is read. */
  readonly held: Fragment;
  /** An instant, from milliseconds since 1970. */
  instant(ms: number): Fragment;
  /** Milliseconds since 1970 of a timestamp, as a double. */
  epochMs(timestamp: Fragment): Fragment;
  /** Days since 1970-01-01 of a timestamp, as an integer: the calendar day in an IANA time zone, in UTC when null. */
  day(timestamp: Fragment, zone: string | null): Fragment;
  /** A number, or the text of one, as a double. */
  double(number: Fragment): Fragment;
  /** One property of a JSON object as text; null where absent. */
  property(json: Fragment, key: string): Fragment;
  /** One property of a JSON object as a double; null where it is anything but a number that a double holds. */
  number(json: Fragment, key: string): Fragment;
  /**
   * The timestamp of text that is an instant, `2026-11-14T09:00[:00[.000]]Z`, or a day, `2026-11-14`, which begins at
   * midnight in an IANA time zone, in UTC when null. Null for any other text.
   */
  timestamp(text: Fragment, zone: string | null): Fragment;
  /** Text that is compared by code point, whatever the collation of its column. */
  byCodePoint(text: Fragment): Fragment;
  /** Whether text may hold U+0000. Where it may not, no value that holds one may be a parameter either. */
  readonly holdsNul: boolean;
  /** How many columns a select may have; absent where that is more than any model needs. */
  readonly mostColumns?: number;
  /** How many parameters a statement may have; absent where no driver counts them. */
  readonly mostValues?: number;
  /** What the engine calls the type of text. */
  readonly textType: string;
  /** Whether the whole of a text is as a regular expression says, of which it has `.` escaped, digits, `*`, `+`, `?` and brackets. */
  matches(text: Fragment, pattern: string): Fragment;
  /** An aggregate: the rows as text, a JSON list with an object each. A field is a number, text, a truth value, a list of text or JSON. */
  jsonRows(fields: readonly (readonly [key: string, value: Fragment])[]): Fragment;
  /** Whether text is one of many, which are one parameter; absent where the engine has no such. */
  among?(text: Fragment, many: readonly string[]): Fragment;
  /** Whether a list of text holds a value; null where the list is. */
  includes(list: Fragment, value: string): Fragment;
  /** The median of the numbers in a list, those that are null left out; null of none. */
  medianOf(values: readonly Fragment[]): Fragment;
  /** The median of (vⱼ − vᵢ) / (j − i) over all pairs in a list, those with a null left out; null of none. */
  medianSlope(values: readonly Fragment[]): Fragment;
  /** An expression of a value that it names many times. */
  named(value: Fragment, read: (value: Fragment) => Fragment): Fragment;
  /** The sum of numbers over rows: `take` has the engine make an aggregate and gives its column. Null of none. */
  sum(value: Fragment, take: (aggregate: Fragment) => Fragment): Fragment;
  /** An aggregate, or a function over a window: the sum of `e.count`. */
  readonly sumOfCounts: Fragment;
  /** The `value` of the row whose `by` is greatest, null included; `take` as above. */
  latest(value: Fragment, by: Fragment, take: (aggregate: Fragment) => Fragment): Fragment;
}
