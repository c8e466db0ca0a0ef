import type { PortfolioAccount, PortfolioSummary } from '@hale/core/report';
import { portfolio } from './portfolios.ts';

const names = ['Averlund Freight', 'Brünnholz Paper', 'Corvane Labs', 'Dunmarch Foods', 'Ellismoor Marine'];

/** An account of a table: the `place`-th of as many as are asked for, each unlike its neighbours. */
function accountAt(place: number): PortfolioAccount {
  const score = place % 11 === 10 ? null : (place * 37) % 101;
  const tier = score === null ? null : score < 40 ? 'at-risk' : score < 70 ? 'watch' : 'healthy';
  return {
    id: `a${place}`,
    name: `${names[place % names.length]} ${place}`,
    segment: ['small', 'mid', null][place % 3] ?? null,
    score,
    tier,
    coverage: (place % 10) / 10,
    change: (place % 21) - 10,
    spark: Array.from({ length: 12 }, (_, week) => (week === 5 && place % 4 === 0 ? null : (place + week * 3) % 101)),
    risks: { high: place % 2, medium: place % 3, low: 0 },
    growth: place % 2,
    seats: 60,
    activeUsers: place % 61,
    yearlyValue: 1000 * (place % 90),
    renewal: new Date(Date.UTC(2026, 10, 14 + (place % 200))).toISOString().slice(0, 10),
  };
}

/** A portfolio of so many accounts, listed. */
export const listed = (count: number, changes: Partial<PortfolioSummary> = {}): PortfolioSummary =>
  portfolio({ accounts: Array.from({ length: count }, (_, place) => accountAt(place)), currency: 'EUR', ...changes });
