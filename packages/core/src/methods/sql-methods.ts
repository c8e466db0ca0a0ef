import { bestSql, worstSql } from './extreme.ts';
import type { MethodSql } from './method-sql.ts';
import type { Methodical } from './methods.ts';
import { pointsSql } from './points.ts';
import { vetoSql } from './veto.ts';
import { weightedSql } from './weighted.ts';

/** The SQL of every method, one line each; a test sees to it that none is left out. */
const sqlMethods = new Map<string, unknown>([
  ['weighted', weightedSql],
  ['points', pointsSql],
  ['worst', worstSql],
  ['best', bestSql],
  ['veto', vetoSql],
]);

/** How a group's members become one figure in SQL. */
export const methodSqlOf = (group: Methodical): MethodSql<Methodical> =>
  // Sound because a group's schema holds the settings of every method.
  sqlMethods.get(group.method ?? 'weighted') as MethodSql<Methodical>;
