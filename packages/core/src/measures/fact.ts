import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { join, sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('fact'),
    ...described,
    name: id,
    /** What a text stands for: `{ "green": 100, "yellow": 50, "red": 0 }`. */
    scale: z.optional(z.record(z.string(), z.number())),
  });
type Fact = Made<typeof schema>;

/**
 * A fact of the account as a number: itself, 1 and 0 for true and false, what the scale says for a text. Text that the
 * scale does not have, to the letter, is missing.
 */
export const fact = measureKind<Fact>({
  kind: 'fact',
  unit: 'number',
  read({ name, scale = {} }, { account, now }) {
    const found = account.fact(name, now);
    if (!found) return missing;
    const { value, at } = found;
    if (typeof value === 'number') return { value, at };
    if (typeof value === 'boolean') return { value: value ? 1 : 0, at };
    const number = value !== null && Object.hasOwn(scale, value) ? scale[value] : undefined;
    return number === undefined ? missing : { value: number, at };
  },
});

/** How it is written in a model. */
export const factForm = /* @__PURE__ */ form(schema, ({ scale }: Fact, path: string) =>
  scale && Object.keys(scale).length === 0
    ? [
        {
          code: 'empty-scale',
          path: `${path}.scale`,
          message: `${path}.scale must give a number for at least one text, such as { "green": 100 }: add one, or remove scale.`,
        },
      ]
    : [],
);

/** The same for all accounts at once. */
export const factSql: MeasureSql<Fact> = ({ name, scale = {} }, { dialect, fact, factText, now }) => {
  const { number, at } = fact(name, now);
  const steps = Object.entries(scale).map(
    ([text, value]) => sql`when ${factText(name, now)} = ${text} then ${dialect.double(sql`${value}`)}`,
  );
  const value = steps.length ? sql`coalesce(${number}, case ${join(steps, sql` `)} end)` : number;
  return { value, at: sql`case when ${value} is not null then ${at} end` };
};
