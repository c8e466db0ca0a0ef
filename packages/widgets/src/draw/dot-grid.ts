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

/** Lays `days` days into `width` px, week by week; `weekday` is that of the first, 0 for Monday. At least one week is shown. */
export function dotColumns(days: number, weekday: number, width: number, most = Number.POSITIVE_INFINITY): DotColumns {
  const all = Math.ceil((days + weekday) / 7);
  const fit = (pitch: number) => Math.floor((width + between) / (7 * pitch + between));
  const shown = Math.max(1, Math.min(all, most, Math.max(fit(easy), Math.min(2, fit(closest)))));
  const pitch = Math.min(widest, Math.max(closest, (width - (shown - 1) * between) / (7 * shown)));
  const firstWeek = all - shown;
  const from = Math.max(0, firstWeek * 7 - weekday);
  const xs: number[] = [];
  const weeks: DotWeek[] = [];
  for (let day = from; day < days; day++) {
    const column = day + weekday - firstWeek * 7;
    const x = (column + 0.5) * pitch + Math.floor(column / 7) * between;
    xs.push(x);
    if (day === from || column % 7 === 0) weeks.push({ day, x });
  }
  return { from, xs, weeks, pitch, width: shown * 7 * pitch + (shown - 1) * between };
}
