import type { Cell } from '../../ui/csv.ts';
import { Ordered } from '../../ui/ordered.ts';
import { columnNamed } from './columns.ts';
import { type AccountsReading, comparable, isSoon, type Row } from './read-portfolio.ts';

/** Which rows are shown, in which order. */
export interface RowQuery {
  /** Part of a name; capitals and accents do not matter. */
  readonly search: string;
  /** Id or label of a tier, `none` for those without; empty for all. */
  readonly tier: string;
  /** Id of a segment, `none` for those in none; empty for all. */
  readonly segment: string;
  /** Name of a column, with `-` before it where the greatest comes first. */
  readonly sort: string;
  /** In which names are sorted. */
  readonly lang: string;
}

/** What stands for accounts without a tier, or in no segment. */
export const without = 'none';

/** The rows that match, in order; what is missing comes last either way, and equals by name. */
export function queryRows(rows: readonly Row[], { search, tier, segment, sort, lang }: RowQuery): Ordered<Row> {
  const part = comparable(search.trim());
  const found = rows.filter(
    (row) =>
      (part === '' || row.key.includes(part)) &&
      (tier === '' || (tier === without ? row.tier === null : row.tier?.id === tier || row.tier?.label === tier)) &&
      (segment === '' || (segment === without ? row.segment === null : row.segment === segment)),
  );
  const by = columnNamed(sort.replace(/^-/, ''))?.by;
  const isRising = !sort.startsWith('-');
  const { compare } = collator(lang);
  const keys = by && new Map(found.map((row) => [row, by(row)]));
  const key = (row: Row) => keys?.get(row) ?? null;
  return new Ordered(found, (a, b) => inOrder(key(a), key(b), isRising, compare) || compare(a.name, b.name));
}

/** How many accounts there are in each tier, those without one last, and how many renew soon. */
export function countRows({ rows, tiers }: AccountsReading): {
  readonly tiers: readonly number[];
  readonly without: number;
  readonly soon: number;
} {
  const counts = new Map<string | null, number>();
  let renewing = 0;
  for (const row of rows) {
    const id = row.tier?.id ?? null;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (isSoon(row)) renewing++;
  }
  return { tiers: tiers.map(({ id }) => counts.get(id) ?? 0), without: counts.get(null) ?? 0, soon: renewing };
}

function inOrder(a: Cell, b: Cell, isRising: boolean, compare: (a: string, b: string) => number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b));
  return isRising ? order : -order;
}

function collator(lang: string): Intl.Collator {
  try {
    return new Intl.Collator(lang, { numeric: true, sensitivity: 'base' });
  } catch {
    return new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  }
}
