import type { Formats } from '../../ui/formats.ts';
import { sayObserved } from '../../ui/observed.ts';
import type { breakdownMessages } from './breakdown.messages.ts';
import type { BreakdownReading, LineReading } from './read-breakdown.ts';

/** The breakdown's words in some language, with that language's numbers and dates. */
export interface BreakdownSpeech {
  readonly words: (typeof breakdownMessages)['english'];
  readonly formats: Formats;
}

/** Tenths of a point as they stand in the column: `18.9`. */
export const sayPoints = (tenths: number, { formats }: BreakdownSpeech): string =>
  formats.fixed(tenths / 10, 1).replace(/^-/, '−');

/** A limit in points, with a decimal only where there is one: `35`, `14.2`. */
export const sayMost = (tenths: number, { formats }: BreakdownSpeech): string => formats.number(tenths / 10, 1);

/** What the ledger says in one sentence: where most of what is missing from 100 is missing. Null without a score. */
export function sayBreakdown({ groups, points }: BreakdownReading, speech: BreakdownSpeech): string | null {
  const { words } = speech;
  const named = groups.filter((group) => group.label !== null);
  const all = (named.length ? named : groups.flatMap(({ lines }) => lines)).filter(({ of }) => of > 0);
  if (points === null) return null;
  if (all.length === 0) return words.untellable;
  const lacks = (one: (typeof all)[number]) => one.of - (one.points ?? 0);
  const [first, second] = all.filter((one) => lacks(one) >= 5).sort((a, b) => lacks(b) - lacks(a));
  if (!first) return words.all;
  const figures = (one: typeof first) => [sayPoints(one.points ?? 0, speech), sayMost(one.of, speech)] as const;
  const said = words.gives(first.label ?? '', ...figures(first));
  return second ? words.givesToo(said, second.label ?? '', ...figures(second)) : said;
}

/** What was read, or that nothing was and what became of its weight: "41 of 60", "not observed; its 8 points are carried by the rest". */
export function sayLine(line: LineReading, speech: BreakdownSpeech, override: string | null = null): string {
  const { words, formats } = speech;
  if (line.role === 'start' || line.role === 'limit') return words[line.role];
  if (line.role === 'override') return override ?? '';
  if (line.status !== 'observed') {
    const isDated = line.status === 'stale' && line.at !== null;
    const state = isDated ? words.staleSince(formats.day(line.at)) : words[line.status];
    if (line.normalized !== null) return words.counts(state, formats.number(line.normalized));
    const carried = line.status !== 'not-applicable' && line.points !== null && line.weight > 0;
    return carried ? words.carried(state, formats.number(line.weight * 100, 1)) : state;
  }
  const value = sayObserved(line.observed, formats);
  return line.isJudgement && value ? words.judged(value) : value;
}
