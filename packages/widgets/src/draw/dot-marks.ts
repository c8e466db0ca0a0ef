import { type DotStep, dotStep, halves, radii } from './dot-grid.ts';
import { round } from './path.ts';

/** One day of one row, with its centre in px. */
export interface DotCell {
  readonly x: number;
  readonly y: number;
  /** Actions; null for a day that was not observed. */
  readonly count: number | null;
  readonly isKey: boolean;
}

/** All dots of one look as one path text each. */
export interface DotMarks {
  /** Squares: a key feature was used. */
  readonly key: string;
  /** Discs: something else was done. */
  readonly other: string;
  /** Specks: nothing was done. */
  readonly rest: string;
  /** Short lines, to be dashed: not observed. */
  readonly missing: string;
}

/** Draws days as dots whose area grows with what was done. */
export function dotMarks(cells: Iterable<DotCell>): DotMarks {
  const marks = { key: '', other: '', rest: '', missing: '' };
  for (const { x, y, count, isKey } of cells) {
    if (count === null) marks.missing += `M${round(x - 4)} ${round(y)}h8`;
    else {
      const step = dotStep(count);
      if (step === 0) marks.rest += disc(x, y, step);
      else if (isKey) marks.key += square(x, y, step);
      else marks.other += disc(x, y, step);
    }
  }
  return marks;
}

function disc(x: number, y: number, step: DotStep): string {
  const r = radii[step];
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

function square(x: number, y: number, step: DotStep): string {
  const half = halves[step] ?? 0;
  const side = round(2 * half);
  return `M${round(x - half)} ${round(y - half)}h${side}v${side}h${-side}z`;
}
