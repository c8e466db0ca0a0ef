import { mustBe, mustBeEntries } from '../must-be.ts';
import { mustBeInstant } from '../period.ts';
import { quantile } from '../quantile.ts';

/** How long something took: the middle case and the slow one, of the `n` that have ended. */
export interface Elapsed {
  /** Null where none has ended. */
  readonly median: number | null;
  /** Nine in ten took this long or less (quantile of type 7). Null where none has ended. */
  readonly p90: number | null;
  readonly n: number;
  /** Begun and not ended: in neither figure, so that many of them make both too fair. */
  readonly pending: number;
  /** Their beginning is unknown. */
  readonly missing: number;
}

/** Instants in milliseconds since 1970; a null beginning is unknown, a null end has not come. */
type Spans<From extends string, To extends string> = readonly Readonly<Record<From | To, number | null>>[];

/** Summarises the time between two fields of each entry, in units of `unitMs`; refuses an end before its beginning. */
export function elapsed<From extends string, To extends string>(
  name: string,
  spans: Spans<From, To>,
  [from, to]: readonly [From, To],
  unitMs: number,
): Elapsed {
  mustBeEntries(spans, name, `{ ${from}, ${to} }`);
  const lengths: number[] = [];
  let missing = 0;
  for (const [index, span] of spans.entries()) {
    const begun = span[from];
    const ended = span[to];
    const path = `${name}[${index}]`;
    if (begun !== null) mustBeInstant(begun, `${path}.${from}`);
    if (ended !== null) mustBeInstant(ended, `${path}.${to}`);
    if (begun === null) missing++;
    else if (ended !== null) {
      mustBe(ended >= begun, `${path}.${to}`, `at or after ${from} (${begun})`, ended);
      lengths.push((ended - begun) / unitMs);
    }
  }
  const n = lengths.length;
  return {
    median: quantile(lengths, 0.5),
    p90: quantile(lengths, 0.9),
    n,
    pending: spans.length - n - missing,
    missing,
  };
}
