import { type PortfolioSummary, rankCorrelation, theilSen } from '@hale/core/report';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import { oneOf } from '../../ui/properties.ts';
import { readScore, type Tier, tierAt } from '../../ui/score-reading.ts';
import type { PropertyForm } from '../../ui/widget.ts';

/** A portfolio with its accounts as it comes to the widget, in whatever shape. */
export type GivenPoints = Loose<PortfolioSummary>;
type Account = NonNullable<NonNullable<GivenPoints['accounts']>[number]>;

/** What an account has a figure of, how it is written, and how it is read; null is missing. */
const measures = {
  score: { unit: 'score', of: ({ score }: Account) => number(score, 0, 100) },
  'seat-use': { unit: 'share', of: ({ activeUsers, seats }: Account) => share(activeUsers, seats) },
  seats: { unit: 'number', of: ({ seats }: Account) => number(seats, 0, high) },
  'active-users': { unit: 'number', of: ({ activeUsers }: Account) => number(activeUsers, 0, high) },
  value: { unit: 'number', of: ({ yearlyValue }: Account) => number(yearlyValue, 0, high) },
  coverage: { unit: 'share', of: ({ coverage }: Account) => number(coverage, 0, 1) },
  change: { unit: 'number', of: ({ change }: Account) => number(change, -100, 100) },
} as const satisfies Record<string, { unit: string; of: (account: Account) => number | null }>;

/** The name of a figure that accounts have. */
export type MeasureName = keyof typeof measures;

/** An account with both figures. */
export interface ScatterPoint {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Null for no score. */
  readonly tier: Tier | null;
}

/** Accounts by two of their figures. */
export interface ScatterReading {
  readonly asOf: number | null;
  readonly tiers: readonly Tier[];
  readonly x: MeasureName;
  readonly y: MeasureName;
  readonly points: readonly ScatterPoint[];
  /** Accounts that lack a figure. */
  readonly unplaced: number;
  /** −1 to 1; null where it cannot be told, or of fewer than ten. */
  readonly correlation: number | null;
  readonly line: { readonly slope: number; readonly intercept: number } | null;
}

/** More than anybody has. */
const high = 1e12;
const most = 20_000;
/** Fewer accounts tell nothing of others. */
const fewest = 10;
/** The line is through so many points at most, evenly spaced along x: its pairs grow as their square. */
const mostOfLine = 400;

/** What `x` and `y` take: the name of a figure. */
export const measureName = { ...oneOf(...Object.keys(measures)), initial: null } satisfies PropertyForm;

/** The measure of a name; `otherwise` for any other. */
export const measureNamed = (name: unknown, otherwise: MeasureName): MeasureName =>
  typeof name === 'string' && Object.hasOwn(measures, name) ? (name as MeasureName) : otherwise;

/** How a measure's figures are written: a score is 0–100, a share 0–1 and more. */
export const unitOf = (name: MeasureName): 'score' | 'share' | 'number' => measures[name].unit;

/** Reads a portfolio's accounts by two figures. What is absent or wrong is no point, never 0; it does not throw. */
export function readScatter(given: GivenPoints, x: MeasureName, y: MeasureName): ScatterReading {
  const { tiers } = readScore({ tiers: given.tiers });
  const accounts = items(given.accounts, most);
  const points = accounts.flatMap((account, place): ScatterPoint[] => {
    const [atX, atY] = [measures[x].of(account), measures[y].of(account)];
    const id = text(account.id, 200) ?? `#${place}`;
    if (atX === null || atY === null) return [];
    return [{ id, label: text(account.name, 120) ?? id, x: atX, y: atY, tier: tierOf(account, tiers) }];
  });
  points.sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1));
  const pairs = points.map((point) => [point.x, point.y] as const);
  const every = Math.max(1, pairs.length / mostOfLine);
  const some = Array.from(
    { length: Math.min(pairs.length, mostOfLine) },
    (_, i) => pairs[Math.floor(i * every)] ?? ([0, 0] as const),
  );
  const isTold = pairs.length >= fewest;
  return {
    asOf: instant(given.asOf),
    tiers,
    x,
    y,
    points,
    unplaced: accounts.length - points.length,
    correlation: isTold ? rankCorrelation(pairs) : null,
    line: isTold ? theilSen(some) : null,
  };
}

function tierOf({ tier, score }: Account, tiers: readonly Tier[]): Tier | null {
  const at = number(score, 0, 100);
  if (at === null) return null;
  return tiers.find(({ id }) => id === tier) ?? tierAt(tiers, at);
}

function share(part: unknown, whole: unknown): number | null {
  const [used, all] = [number(part, 0, high), number(whole, 0, high)];
  return used === null || !all ? null : number(used / all, 0, high);
}
