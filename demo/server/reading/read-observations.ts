import type { Model, Observation } from '@hale/core';
import { compileObservations, duckdb, type ObservationQuery } from '@hale/core/sql';
import type { Session } from '../database/session.ts';

/** Every measure of the model for many accounts, read in one statement; by account id, then by measure id. */
export async function readObservations(
  session: Session,
  model: Model,
  query: ObservationQuery,
): Promise<Map<string, ReadonlyMap<string, Observation>>> {
  const statement = compileObservations(model, duckdb, query);
  const rows = await session.rows(statement.text, statement.values);
  return new Map(rows.map((row) => [statement.accountOf(row), statement.observationsOf(row)]));
}
