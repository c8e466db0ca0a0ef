import * as z from 'zod/mini';
import { isDateFormat } from './date-format.ts';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const scalar = z.union([z.number(), z.string().check(z.maxLength(2000)), z.boolean()]);
const list = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.maxLength(200));

const date = z
  .string()
  .check(z.refine(isDateFormat, 'be "iso", or made of dd, mm and yyyy with hh:mm or hh:mm:ss after them at most'));

/** Where a value comes from: a column by its name alone, a column and how to read it, or always the same. */
const cell = z.union([
  name,
  z.strictObject({
    column: name,
    /** How to read it. A place that wants an instant or a number reads it so by itself; anywhere else it is text unless said. */
    as: z.optional(z.enum(['text', 'number', 'whole', 'boolean'])),
    /** How a date is written, where it differs from the mapping's `date`. */
    date: z.optional(date),
    /** The bounds of a number. */
    least: z.optional(z.number()),
    most: z.optional(z.number()),
    /** What each text that may stand there means. Any other is refused. */
    values: z.optional(z.record(z.string(), scalar)),
  }),
  z.strictObject({ constant: scalar }),
]);

/** Only rows whose cells hold exactly this text, or one of these. */
const where = z.record(name, z.union([z.string(), list(z.string())]));

const accounts = z.strictObject({
  name: z.optional(cell),
  since: z.optional(cell),
  ended: z.optional(cell),
  where: z.optional(where),
});

const fact = z
  .strictObject({
    name,
    value: cell,
    /** Since when it holds. Without it the fact is undated. */
    at: z.optional(cell),
    /** For `total`: when the row no longer counts. */
    until: z.optional(cell),
    /**
     * How rows become one value, dated at each change: each row for itself (when absent), the `total` of the rows in
     * force, or the `mean` of the rows of the last `days`.
     */
    combine: z.optional(z.enum(['total', 'mean'])),
    days: z.optional(z.int().check(z.gte(1), z.lte(36_500))),
    where: z.optional(where),
  })
  .check(
    z.refine(({ combine, at }) => combine === undefined || at !== undefined, 'have "at" to be combined over time'),
    z.refine(
      ({ combine, days }) => (combine === 'mean') === (days !== undefined),
      'have "days" with "mean", and only then',
    ),
    z.refine(({ combine, until }) => until === undefined || combine === 'total', 'have "until" only with "total"'),
  );

const event = z.strictObject({
  name,
  at: cell,
  until: z.optional(cell),
  user: z.optional(cell),
  /** How often it happened: 1 where empty; a row that says 0 is no event. */
  count: z.optional(cell),
  properties: z.optional(z.record(name, cell)),
  where: z.optional(where),
});

const outcome = z.strictObject({
  kind: z.enum(['renewed', 'churned', 'expanded', 'contracted']),
  at: cell,
  where: z.optional(where),
});

const file = z.strictObject({
  file: name,
  /** Whose each row is: a column with the account's id, or a column that leads to it through one of `keys`. */
  account: z.union([name, z.strictObject({ column: name, through: name })]),
  accounts: z.optional(accounts),
  facts: z.optional(list(fact)),
  events: z.optional(list(event)),
  outcomes: z.optional(list(outcome)),
});

/** How the columns of CSV files become accounts, facts, events and outcomes; demo/data/README.md shows one. */
export const mapping = z
  .strictObject({
    $schema: z.optional(z.string()),
    /** Words for people, to whoever wonders about this mapping. */
    notes: z.optional(list(z.string())),
    name,
    /** How dates are written where a cell does not say it: "iso" when absent. Dates without a zone are UTC. */
    date: z.optional(date),
    delimiter: z.optional(z.string().check(z.minLength(1), z.maxLength(1))),
    /** The events that the files record; of any other nothing is known. All, when absent. */
    tracked: z.optional(list(name)),
    /** The instant the records end. When absent, the midnight after the last date in them. */
    asOf: z.optional(z.iso.datetime()),
    /** Tables that lead from a key, such as a subscription's, to the account. */
    keys: z.optional(z.record(name, z.strictObject({ file: name, column: name, account: name }))),
    files: list(file).check(z.minLength(1)),
  })
  .check(
    z.refine(({ files }) => files.some((one) => one.accounts), 'have a file with "accounts": the others refer to them'),
    z.refine(
      ({ files, keys }) =>
        files.every(({ account }) => typeof account === 'string' || Object.hasOwn(keys ?? {}, account.through)),
      'name under "keys" every key that a file goes "through"',
    ),
  );

export type Mapping = z.infer<typeof mapping>;
export type MappedFile = Mapping['files'][number];
export type Cell = z.infer<typeof cell>;
export type Where = z.infer<typeof where>;
export type FactMapping = z.infer<typeof fact>;
export type EventMapping = z.infer<typeof event>;
export type OutcomeMapping = z.infer<typeof outcome>;
export type AccountMapping = z.infer<typeof accounts>;
