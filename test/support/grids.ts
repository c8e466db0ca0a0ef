import type { FigureGrid } from '@hale/core/report';

const row = (label: string, values: readonly (number | null)[], total: number | null) => ({
  id: label,
  label,
  values: values.map((value) => (value === null ? null : value / 100)),
  total: total === null ? null : total / 100,
});

/** Seven features by six teams: two shares were not measured, and the last feature is hardly touched. */
export const grid = (changes: Partial<FigureGrid> = {}): FigureGrid => ({
  schema: 'hale.grid/1',
  asOf: '2026-11-14T09:00:00.000Z',
  label: 'Feature use by team, 28 days',
  unit: 'share',
  of: 'Feature',
  columns: ['Dispatch', 'Stores', 'Planning', 'Finance', 'Support', 'Sales'].map((label) => ({ id: label, label })),
  rows: [
    row('Exports', [88, 12, 90, 88, 0, 17], 46),
    row('Order entry', [96, 71, 88, 34, 62, 41], 71),
    row('Dispatch board', [92, 64, 81, null, 21, 0], 57),
    row('Load planning', [88, 52, 94, 0, 8, 0], 48),
    row('Proof of delivery', [54, 38, 22, 0, null, 0], 24),
    row('Route planning', [22, 0, 44, 0, 0, 0], 14),
    row('Returns', [0, 9, 0, 0, 6, 0], 3),
  ],
  ...changes,
});
