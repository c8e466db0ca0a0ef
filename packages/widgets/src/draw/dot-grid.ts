/** How much was done on a day: nothing, 1–4, 5–14, 15 or more actions. */
export type DotStep = 0 | 1 | 2 | 3;

/** Lower bound of each step, in actions. */
export const stepsFrom = [0, 1, 5, 15] as const;

/** Radius of a disc by step, in px; the areas are as 1 : 2¼ : 4. Nothing done is a speck. */
export const radii = [0.8, 2.2, 3.3, 4.4] as const;

/** Half the side of the square whose area is that of the step's disc. */
export const halves = radii.map((r) => Math.round(r * 90) / 100);

const closest = 9.3;
const easy = 12;
const widest = 16;
/** Space between weeks in px. */
const between = 7;

/** A week as drawn. */
export interface DotWeek {
  /** Index of its first day among the days of the grid. */
  day: number;
  /** Centre of that day's dot in px. */
  x: number;
}

/** Where the days of a grid are drawn: the last whole weeks that fit. */
export interface DotColumns {
  /** Index of the first day shown. */
  from: number;
  /** Centre of each day shown, in px from the start of the plot. */
  xs: number[];
  weeks: DotWeek[];
  /** Distance between days in px. */
  pitch: number;
  /** Width used in px. */
  width: number;
}

/** The step a number of actions belongs to. */
export function dotStep(count: number): DotStep {
  return count >= stepsFrom[3] ? 3 : count >= stepsFrom[2] ? 2 : count > 0 ? 1 : 0;
}

/** Width in px that `weeks` weeks take at some pitch, of which the last has only `tail` days. */
export function weeksWidth(weeks: number, tail: number, pitch: number = closest): number {
  return (7 * (weeks - 1) + tail) * pitch + (weeks - 1) * between;
}

/** How many days the last week of a grid has; `weekday` is that of its first day, 0 for Monday. */
export function tailOf(days: number, weekday: number): number {
  return ((days + weekday - 1) % 7) + 1;
}

/** Lays `days` days into `width` px, week by week; `weekday` is that of the first, 0 for Monday. At least one week is shown. */
export function dotColumns(days: number, weekday: number, width: number): DotColumns {
  const all = Math.ceil((days + weekday) / 7);
  const tail = tailOf(days, weekday);
  const fits = (weeks: number, pitch: number) => weeks <= all && weeksWidth(weeks, tail, pitch) <= width;
  let shown = fits(2, closest) ? 2 : 1;
  while (fits(shown + 1, easy)) shown++;
  const pitch = Math.min(widest, Math.max(closest, (width - (shown - 1) * between) / (7 * (shown - 1) + tail)));
  const skipped = (all - shown) * 7;
  const from = Math.max(0, skipped - weekday);
  const xs: number[] = [];
  const weeks: DotWeek[] = [];
  for (let day = from; day < days; day++) {
    const column = day + weekday - skipped;
    const x = (column + 0.5) * pitch + Math.floor(column / 7) * between;
    xs.push(x);
    if (day === from || column % 7 === 0) weeks.push({ day, x });
  }
  return { from, xs, weeks, pitch, width: weeksWidth(shown, tail, pitch) };
}
