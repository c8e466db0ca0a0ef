import * as z from 'zod/mini';
import { id } from '../schema/primitives.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = z.strictObject({ kind: z.literal('fact'), ...described, name: id });
type Fact = z.infer<typeof schema>;

/** A fact of the account as a number: itself, or 1 and 0 for true and false. Text is missing. */
export const fact = measureKind<Fact>({
  kind: 'fact',
  schema,
  unit: 'number',
  read({ name }, { account, now }) {
    const found = account.fact(name, now);
    if (!found) return missing;
    const { value, at } = found;
    if (typeof value === 'number') return { value, at };
    return typeof value === 'boolean' ? { value: value ? 1 : 0, at } : missing;
  },
});

/** The same for all accounts at once. */
export const factSql: MeasureSql<Fact> = ({ name }, { fact, now }) => {
  const { number, at } = fact(name, now);
  return { value: number, at: sql`case when ${number} is not null then ${at} end` };
};
