import { mustBe, mustBeFinite } from '../must-be.ts';
import { mustBeTable, type Rows, type Scaling, scalingOf, standardize } from './columns.ts';

/** Which way a column points: 1 where more of it makes the outcome likelier, −1 where less does, 0 where it is unused. */
export type Direction = -1 | 0 | 1;

/** The baseline that anything learned must beat: nothing is learned but what is usual. */
export interface EqualWeights {
  readonly scaling: Scaling;
  readonly directions: readonly Direction[];
}

/**
 * Equal weights for columns whose directions a person has stated: only their means and standard deviations are taken of
 * the rows. Dawes, American Psychologist 34 (1979) 571, on how hard they are to beat.
 */
export function equalWeights(rows: Rows, directions: readonly Direction[]): EqualWeights {
  const columns = mustBeTable(rows);
  mustBe(rows.length > 0, 'rows', 'a list of at least one row', rows);
  mustBe(Array.isArray(directions) && directions.length === columns, 'directions', `a list of ${columns}`, directions);
  const wrong = directions.findIndex((one) => one !== -1 && one !== 0 && one !== 1);
  mustBe(wrong < 0, `directions[${wrong}]`, '-1, 0 or 1', directions[wrong]);
  mustBe(
    directions.some((one) => one !== 0),
    'directions',
    'a list in which some column is used',
    directions,
  );
  return { scaling: scalingOf(rows, columns), directions };
}

/** The mean of a row's columns in standard deviations, each in its direction: 0 is average, higher is likelier. */
export function scoreEqualWeights({ scaling, directions }: EqualWeights, row: readonly number[]): number {
  mustBeFinite(row, 'row');
  mustBe(row.length === directions.length, 'row', `a list of ${directions.length}, as there are directions`, row);
  const used = directions.filter((direction) => direction !== 0).length;
  return (
    row.reduce((total, value, column) => {
      return total + (directions[column] as Direction) * standardize(scaling, value, column);
    }, 0) / used
  );
}
