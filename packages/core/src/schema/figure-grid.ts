import * as z from 'zod/mini';
import { id, instant, label, list } from './primitives.ts';

const figure = z.nullable(z.number().check(z.gte(0)));
const column = z.object({ id, label });

/** One row of a grid: its figure in each column, and for all of them. */
const gridRow = z.object({
  id,
  label,
  /** In the order of the columns; null where it was not measured, which is not 0. */
  values: list(figure, 60),
  /** Over all columns, as whoever counts knows it: shares do not add up. Null where it was not measured. */
  total: figure,
});

/** Figures of some things by others: features by teams, by segments, by weeks. */
export const figureGrid = z
  .object({
    schema: z.literal('hale.grid/1'),
    asOf: instant,
    /** What the figures are: `Use by team, 28 days`. */
    label: z.optional(label),
    /** A share is 0–1, shown in hundredths; a count is of anything. */
    unit: z.enum(['share', 'count']),
    /** What a row is: `Feature`. */
    of: z.optional(label),
    columns: list(column, 60),
    rows: list(gridRow, 200),
  })
  .check((context) => {
    const { columns, rows, unit } = context.value;
    const fault = (path: (string | number)[], code: string, message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path, params: { code }, message });
    for (const [name, all] of Object.entries({ columns, rows })) {
      if (new Set(all.map((each) => each.id)).size < all.length) fault([name], 'duplicate-id', 'have ids of their own');
    }
    for (const [place, { values, total }] of rows.entries()) {
      if (values.length !== columns.length) {
        fault(
          ['rows', place, 'values'],
          'unlike-columns',
          `have a value, or null, for each of ${columns.length} columns`,
        );
      }
      if (unit === 'share' && [...values, total].some((value) => value !== null && value > 1)) {
        fault(['rows', place], 'not-a-share', 'have shares from 0 to 1');
      }
    }
  });

export type FigureGrid = z.infer<typeof figureGrid>;
