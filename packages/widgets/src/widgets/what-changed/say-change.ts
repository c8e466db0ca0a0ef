import type { Contribution } from '@hale/core/report';
import type { Formats } from '../../ui/formats.ts';
import { sayObserved } from '../../ui/observed.ts';
import { scoreText } from '../../ui/summary.ts';
import type { ChangeReading, Mover } from './read-change.ts';
import type { changeMessages } from './what-changed.messages.ts';

/** The widget's words in some language, with that language's numbers and dates. */
export interface ChangeSpeech {
  readonly words: (typeof changeMessages)['english'];
  readonly formats: Formats;
}

/** Tenths of a point as a change: `−6.8`. */
export const sayMoved = (tenths: number, { formats }: ChangeSpeech): string => formats.signed(tenths / 10, 1);

/** The change in one sentence whose figures add up: "Down 12.0: the customer −10.6, what we can see −1.4". */
export function sayChange({ before, after, moved, isOtherAccount }: ChangeReading, speech: ChangeSpeech): string {
  const { words, formats } = speech;
  if (isOtherAccount) return words.otherAccount;
  if (moved === null) {
    if (before.score !== null) return words.lost(scoreText(before, formats));
    return after.score === null ? words.none : words.gained(scoreText(after, formats));
  }
  const { from, to, causes } = moved;
  const points = formats.fixed(Math.abs(to - from) / 10, 1);
  const way = to === from ? words.same(formats.fixed(to / 10, 1)) : (to < from ? words.down : words.up)(points);
  const told = causes.filter((one) => one.points !== 0);
  if (told.length === 0) return to === from && causes.length === 0 ? words.nothing : way;
  return words.because(
    way,
    words.list(told.map((one) => words.cause(words.by[one.cause], sayMoved(one.points, speech)))),
  );
}

const isSeen = (one: Contribution) => one.status === 'observed' || one.status === 'not-applicable';

/** What became of a contribution: "41 of 60 to 38 of 60", "6 days before, no longer observed". */
export function sayMover({ cause, before, after }: Mover, { words, formats }: ChangeSpeech): string {
  const one = after ?? before;
  if (!one) return '';
  if (one.role === 'start' || one.role === 'limit') return words[one.role];
  if (one.role === 'override') return '';
  if (!before) return words.joined;
  if (!after) return words.left;
  const [was, is] = [sayObserved(before, formats), sayObserved(after, formats)];
  if (isSeen(before) && !isSeen(after)) return (after.status === 'stale' ? words.stale : words.unseen)(was);
  if (isSeen(after) && !isSeen(before)) return words.seen(is);
  // Where the worst or the best decides, what another takes over from gives nothing, however it moved.
  const could = [before, after].every(({ weight, normalized }) => weight > 0 && normalized !== null);
  const decided = [before, after].map(({ effectiveWeight }) => effectiveWeight > 0);
  if (could && decided[0] !== decided[1]) return decided[1] ? words.decides : words.yields;
  if (cause === 'data' && was !== is) return words.fromTo(was, is);
  const [share, now] = [before, after].map((row) => formats.share(row.effectiveWeight, 1)) as [string, string];
  return share === now ? words.otherwise : words.carries(now, share);
}
