import type { Model, Observation } from '@hale/core';
import { compileHistory, compileObservations, type ObservationQuery } from '@hale/core/sql';
import type { Session } from '../database/session.ts';

/** Observations by account id, then by measure id. */
export type Observations = ReadonlyMap<string, ReadonlyMap<string, Observation>>;

/** Every measure of the model for many accounts, read in one statement. */
export async function readObservations(session: Session, model: Model, query: ObservationQuery): Promise<Observations> {
  const statement = compileObservations(model, session.dialect, query);
  const rows = await session.rows(statement.text, statement.values);
  return new Map(rows.map((row) => [statement.accountOf(row), statement.observationsOf(row)]));
}

/** The same for all accounts, or for these alone, as of several instants (milliseconds), by instant, in one statement as a rule. */
export async function readObservationsOverTime(
  session: Session,
  model: Model,
  instants: readonly number[],
  accounts?: readonly string[],
): Promise<ReadonlyMap<number, Observations>> {
  const read = new Map(instants.map((now) => [now, new Map<string, ReadonlyMap<string, Observation>>()]));
  for (const statement of compileHistory(model, session.dialect, { instants, ...(accounts && { accounts }) })) {
    for (const row of await session.rows(statement.text, statement.values)) {
      read.get(statement.instantOf(row))?.set(statement.accountOf(row), statement.observationsOf(row));
    }
  }
  return read;
}
