import type { BreakdownReading, GroupReading, LineReading } from './read-breakdown.ts';

/** A breakdown with as many lines as are drawn, and how many of its own are in none of them but in a sum. */
export interface FoldedBreakdown extends BreakdownReading {
  readonly left: number;
}

/**
 * Of the lines that are to be drawn the `most` that give or take the most points, in their order; of each group the others
 * are one line with their sum, so that every figure adds up as it did.
 */
export function foldLines(
  breakdown: BreakdownReading,
  most: number,
  isDrawn: (line: LineReading) => boolean,
  say: (count: number) => string,
): FoldedBreakdown {
  const all = breakdown.groups.flatMap(({ lines }) => lines.filter(isDrawn));
  const small = new Set(all.sort(bySize).slice(most));
  let left = 0;
  const groups = breakdown.groups.map((group): GroupReading => {
    const folded = group.lines.filter((line) => small.has(line));
    // One alone would take the line that says so; where no line of a group is left, the group's own says it.
    if (folded.length < 2 && folded.length < group.lines.length) return group;
    if (folded.length === 0) return group;
    left += folded.length;
    return { ...group, lines: [...group.lines.filter((line) => !small.has(line)), summed(folded, say(folded.length))] };
  });
  return { ...breakdown, groups, left };
}

/** Whether all that is left of a group's lines is their sum, which the group's own line says. */
export const isSumAlone = ({ lines }: GroupReading): boolean => lines.length === 1 && lines[0]?.role === 'rest';

/** By points, either way, or where there are none by what could be given. */
const bySize = (a: LineReading, b: LineReading) =>
  Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0) || b.of - a.of || b.weight - a.weight;

function summed(lines: readonly LineReading[], label: string): LineReading {
  const [first] = lines;
  const isUnseen = lines.every(({ status }) => status !== 'observed');
  const sum = (of: (line: LineReading) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    label,
    role: 'rest',
    status: isUnseen
      ? (lines.every(({ status }) => status === first?.status) && first?.status) || 'missing'
      : 'observed',
    observed: {},
    at: null,
    normalized: null,
    tier: lines.find(({ tier }) => tier?.tone === 'plain')?.tier ?? null,
    // What became of the weight is said of each, in the table.
    weight: 0,
    points: first?.points == null ? null : sum(({ points }) => points ?? 0),
    of: sum(({ of }) => of),
    isAside: !isUnseen && lines.every(({ isAside, status, of }) => isAside || (status !== 'observed' && of === 0)),
    isJudgement: false,
    sentence: null,
  };
}
