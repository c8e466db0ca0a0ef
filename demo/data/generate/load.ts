import type { Transaction } from '../../server/database/session.ts';
import { recreateShape } from '../../server/database/shape.ts';
import { type CompanyOptions, generateCompany } from './generate.ts';

/** Changes whenever the same options give other records; the test of the generator holds it to that. */
export const generatorVersion = 6;

/** Replaces everything in the database by a generated company. */
export async function loadCompany(
  transaction: Transaction,
  { progress, ...options }: CompanyOptions & { readonly progress?: ((line: string) => void) | undefined },
): Promise<void> {
  await recreateShape(transaction);
  const accounts = await transaction.append('accounts');
  const facts = await transaction.append('facts');
  const events = await transaction.append('events');
  const outcomes = await transaction.append('outcomes');
  const overrides = await transaction.append('overrides');
  let done = 0;
  for (const records of generateCompany(options)) {
    accounts.add(records.account);
    for (const fact of records.facts) facts.add(fact);
    for (const event of records.events) events.add(event);
    for (const outcome of records.outcomes) outcomes.add(outcome);
    for (const override of records.overrides) overrides.add(override);
    done++;
    if (done % 100 === 0 || done === options.accounts) progress?.(`${done} of ${options.accounts} accounts generated`);
  }
  for (const appender of [accounts, facts, events, outcomes, overrides]) appender.close();
}
