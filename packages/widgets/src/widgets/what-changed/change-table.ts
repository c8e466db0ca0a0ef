import type { TableContent } from '../../ui/data-table.ts';
import { sayObserved } from '../../ui/observed.ts';
import type { ChangeReading, Mover } from './read-change.ts';
import { type ChangeSpeech, sayMoved, sayMover } from './say-change.ts';

/** Everything that moved, by what, as a table. */
export function changeTable({ after, moved }: ChangeReading, title: string, speech: ChangeSpeech): TableContent<Mover> {
  const { words, formats } = speech;
  const text = (name: string, value: (mover: Mover) => string) => ({ name, text: value, value });
  const read = (one: Mover['before']) => (one ? sayObserved(one, formats) : '');
  return {
    caption: words.caption,
    columns: [
      text(words.what, ({ label }) => label ?? words.untold),
      text(words.why, ({ cause }) => words[cause]),
      text(words.before, ({ before }) => read(before)),
      text(words.after, (mover) => read(mover.after)),
      text(words.how, (mover) => sayMover(mover, speech)),
      { name: words.points, text: ({ points }) => sayMoved(points, speech), value: ({ points }) => points / 10 },
    ],
    rows: (moved?.causes ?? []).flatMap(({ movers }) => movers),
    file: after.name ? `${after.name} ${title}` : title,
  };
}
