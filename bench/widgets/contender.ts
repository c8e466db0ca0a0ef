/** What one picture is made from. */
export interface Datum {
  readonly label: string;
  /** 0–100, one a week, oldest first; a gauge shows the last. */
  readonly scores: readonly number[];
}

/** One way to put pictures on a page, and to change them. */
export interface Contender<Made = unknown, Given = unknown> {
  readonly name: string;
  /** The numbers in the form that it takes, as a server would have sent them: made beforehand, in nobody's figures. */
  given(datum: Datum): Given;
  /** Draws one into a box that has its size and is on the page. */
  mount(box: HTMLElement, given: Given): Made;
  /** Shows other numbers in it. */
  update(made: Made, given: Given): void;
  /** Gives back what the library asks for, where its documents say so; the box goes with it. */
  destroy?(made: Made): void;
}

/** In px. */
export const sizes = { gauge: { width: 240, height: 250 }, trend: { width: 480, height: 260 } } as const;
export type Kind = keyof typeof sizes;

export const last = ({ scores }: Datum): number => scores.at(-1) ?? 0;

const day = 86_400_000;
const end = Date.parse('2026-11-14T09:00:00Z');

/** When each of so many scores was, in ms since 1970: weeks apart, the last one in November 2026. */
export const moments = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => end - (count - 1 - i) * 7 * day);

/** Numbers that differ from one picture, and from one round, to the next, and are the same in each run. */
export function datumOf(nth: number, round: number): Datum {
  const at = (week: number) => 50 + 32 * Math.sin(nth * 1.7 + round + week / 9) + 12 * Math.sin(nth + week * 1.3);
  return { label: `Account ${nth}`, scores: Array.from({ length: 90 }, (_, week) => Math.round(at(week) * 10) / 10) };
}
