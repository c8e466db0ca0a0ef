/** A share of the recurring revenue at the start of a period, and how many accounts it rests on. */
export interface RevenueRate {
  /** Null where no account of known revenue paid at the start, or a double cannot hold the sums. */
  readonly rate: number | null;
  /** Accounts that paid at the start. */
  readonly n: number;
  /** Accounts left out, for one of their two amounts is unknown. */
  readonly missing: number;
}

/**
 * What to do with revenue of accounts that paid nothing at the start and had been customers before:
 * `exclude` it, as not of the cohort, or `include` it, as ChartMogul does.
 */
export interface Reactivation {
  readonly reactivation: 'exclude' | 'include';
}
