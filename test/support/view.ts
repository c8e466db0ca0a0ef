import type { CustomerView } from '@hale/core/report';
import { averlund } from './averlund.ts';
import { before } from './weeks.ts';

/** What Averlund Freight may see of itself: adoption at 62, down 12 in 28 days, scored in another way since then. */
export function viewOf(changes: Partial<CustomerView> = {}): CustomerView {
  return structuredClone({
    schema: 'hale.customer/1',
    account: averlund.account,
    asOf: averlund.asOf,
    title: 'Adoption',
    score: 62,
    reason: null,
    coverage: null,
    contributions: [
      row('seats', 'Seats in use', 30, 0.5, 'Seats in use: 60% scores 60 of 100.'),
      { ...row(':rest', 'Everything else', 32, 0.5, 'What is not listed.'), role: 'rest' },
    ],
    trend: {
      points: [
        { at: before(28), score: 74, version: '1' },
        { at: before(14), score: null, version: '1' },
        { at: averlund.asOf, score: 62, version: '2' },
      ],
      days: 28,
      earlier: { at: before(28), score: 74 },
      change: -12,
    },
    activity: {
      start: before(14).slice(0, 10),
      days: 14,
      grids: [{ by: 'team', label: 'Teams', rows: [team('Dispatch', 3), team('Finance', 0)], more: 0 }],
    },
    ...changes,
  });
}

type Row = NonNullable<CustomerView['contributions']>[number];

const row = (id: string, label: string, points: number, weight: number, sentence: string): Row => ({
  id,
  label,
  value: null,
  unit: 'percent',
  at: null,
  normalized: null,
  weight,
  points,
  status: 'observed',
  sentence,
});

const team = (label: string, count: number) => ({ id: label, label, counts: Array<number>(14).fill(count) });
