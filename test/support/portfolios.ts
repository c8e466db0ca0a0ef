import type { PortfolioSummary } from '@hale/core/report';

const segment = (id: string | null, label: string, about: string, counts: readonly number[], unscored = 0) => ({
  id,
  ...(id === null ? {} : { label, about }),
  counts: { 'at-risk': counts[0] ?? 0, watch: counts[1] ?? 0, healthy: counts[2] ?? 0 },
  unscored,
});

/** 48 accounts in three segments, and three in none, of which two have no score. */
export const portfolio = (changes: Partial<PortfolioSummary> = {}): PortfolioSummary => ({
  schema: 'hale.portfolio/1',
  asOf: '2026-11-14T09:00:00.000Z',
  tiers: [
    { id: 'at-risk', label: 'At risk', from: 0, tone: 'at-risk' },
    { id: 'watch', label: 'Watch', from: 40, tone: 'watch' },
    { id: 'healthy', label: 'Healthy', from: 70, tone: 'healthy' },
  ],
  segments: [
    segment('small', 'Small', '1–99 people', [2, 5, 10]),
    segment('mid', 'Mid-market', '100–999', [4, 7, 8], 1),
    segment('enterprise', 'Enterprise', '1,000 and more', [1, 3, 8]),
    segment(null, '', '', [0, 0, 1], 2),
  ],
  ...changes,
});

/** So many accounts with scores, seats and people at work, made up without chance; every twelfth has no score. */
export const listed = (count: number): PortfolioSummary => {
  const accounts = Array.from({ length: count }, (_, n) => {
    const used = Math.round(10 + ((n * 37) % 90));
    const score = n % 12 === 11 ? null : Math.min(100, Math.max(0, Math.round(used * 0.7 + 12 + ((n * 53) % 31))));
    const tier = score === null ? null : score < 40 ? 'at-risk' : score < 70 ? 'watch' : 'healthy';
    return {
      id: `a${n}`,
      name: `Account ${n}`,
      score,
      tier,
      seats: 100,
      activeUsers: used,
      yearlyValue: 1000 * (n + 1),
    };
  });
  return { ...portfolio(), accounts };
};
