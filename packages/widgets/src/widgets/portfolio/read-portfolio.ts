import type { PortfolioAccount, PortfolioSummary } from '@hale/core/report';
import type { Reading } from '../../ui/in-slices.ts';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import { readScore, type Tier, tierAt } from '../../ui/score-reading.ts';

/** A portfolio with its accounts as it comes to the widget: from the page, or from an address, in whatever shape. */
export type GivenAccounts = Loose<PortfolioSummary>;

/** One account as a row. Null is missing. */
export interface Row {
  readonly id: string;
  readonly name: string;
  /** The name without capitals and accents, for finding. */
  readonly key: string;
  /** Id of its segment; null for none. */
  readonly segment: string | null;
  readonly segmentLabel: string | null;
  readonly stage: string | null;
  readonly score: number | null;
  readonly tier: Tier | null;
  readonly isByHand: boolean;
  readonly coverage: number | null;
  readonly change: number | null;
  readonly spark: readonly (number | null)[];
  /** Risk signals, severest first; null where they are not told. */
  readonly risks: readonly [high: number, medium: number, low: number] | null;
  readonly growth: number | null;
  readonly seats: number | null;
  readonly used: number | null;
  readonly value: number | null;
  /** ms since 1970, and days from the portfolio's date until then. */
  readonly renewal: number | null;
  readonly days: number | null;
}

/** All accounts with the scale they share. */
export interface AccountsReading {
  /** ms since 1970. */
  readonly asOf: number | null;
  /** Worst first. */
  readonly tiers: readonly Tier[];
  /** Those with accounts in them, in the order given. */
  readonly segments: readonly { readonly id: string; readonly label: string }[];
  readonly currency: string | null;
  readonly rows: readonly Row[];
  /** Rows given that are none. */
  readonly unread: number;
}

/** Rows read at most. */
const most = 20_000;
/** Weeks of a row's spark. */
const weeks = 12;
const day = 86_400_000;
/** An account renews soon within so many days. */
const soon = 30;
/** Below this share observed an account wants looking at. */
const little = 0.6;

/** Rows read between two looks at what else there is to do. */
const atOnce = 500;

/** Reads a portfolio's accounts, all at once. What is absent or wrong comes out as null, never as 0; it does not throw. */
export function readAccounts(given: GivenAccounts): AccountsReading {
  const reading = accountsRead(given);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/** The same, some rows at a time. */
export function* accountsRead(given: GivenAccounts): Reading<AccountsReading> {
  const { tiers } = readScore({ tiers: given.tiers });
  const asOf = instant(given.asOf);
  const labels = new Map<string, string>();
  for (const segment of items(given.segments, 200)) {
    const id = text(segment.id, 120);
    if (id !== null) labels.set(id, text(segment.label, 120) ?? id);
  }
  const met = new Set<string>();
  const list = Array.isArray(given.accounts) ? given.accounts : [];
  const rows: Row[] = [];
  for (const [place, account] of items<Loose<PortfolioAccount>>(list, most).entries()) {
    if (place % atOnce === atOnce - 1) yield;
    const id = text(account.id, 200);
    if (id === null || met.has(id)) continue;
    met.add(id);
    rows.push(readRow(account, id, { tiers, labels, asOf }));
  }
  const lived = new Set(rows.map(({ segment }) => segment));
  return {
    asOf,
    tiers,
    segments: [...labels].flatMap(([id, label]) => (lived.has(id) ? [{ id, label }] : [])),
    currency: typeof given.currency === 'string' && /^[A-Z]{3}$/.test(given.currency) ? given.currency : null,
    rows,
    unread: list.length - rows.length,
  };
}

/** What wants a reader's eyes: a renewal soon, and little observed. */
export const isSoon = ({ days }: Row): boolean => days !== null && days >= 0 && days <= soon;
export const isLittle = ({ coverage }: Row): boolean => coverage !== null && coverage < little;

/** Text as it is compared with others: without capitals and accents. */
export const comparable = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Whole {
  readonly tiers: readonly Tier[];
  readonly labels: ReadonlyMap<string, string>;
  readonly asOf: number | null;
}

function readRow(account: Loose<PortfolioAccount>, id: string, { tiers, labels, asOf }: Whole): Row {
  const name = text(account.name, 200) ?? id;
  const score = number(account.score, 0, 100);
  const segment = text(account.segment, 120);
  const renewal = instant(account.renewal);
  const own = tiers.find((tier) => tier.id === account.tier);
  return {
    id,
    name,
    key: comparable(name),
    segment,
    segmentLabel: segment === null ? null : (labels.get(segment) ?? segment),
    stage: text(account.stage, 120),
    score,
    tier: own ?? (score === null ? null : tierAt(tiers, score)),
    isByHand: account.isByHand === true,
    coverage: number(account.coverage, 0, 1),
    change: number(account.change, -100, 100),
    spark: Array.isArray(account.spark) ? account.spark.slice(-weeks).map((each: unknown) => number(each, 0, 100)) : [],
    risks: readRisks(account.risks),
    growth: count(account.growth),
    seats: number(account.seats, 0, 1e12),
    used: number(account.activeUsers, 0, 1e12),
    value: number(account.yearlyValue, 0, 1e15),
    renewal,
    // From midnight to midnight: what renews tomorrow does so in one day, at whatever hour it is asked.
    days: renewal === null || asOf === null ? null : Math.floor(renewal / day) - Math.floor(asOf / day),
  };
}

function readRisks(given: Loose<PortfolioAccount>['risks']): Row['risks'] {
  const [high, medium, low] = [count(given?.high), count(given?.medium), count(given?.low)];
  return high === null || medium === null || low === null ? null : [high, medium, low];
}

function count(value: unknown): number | null {
  const given = number(value, 0, 1e6);
  return given !== null && Number.isInteger(given) ? given : null;
}
