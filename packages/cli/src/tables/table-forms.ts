import type { TableName, tables } from '../engines/table-rows.ts';

/** What a column of an input table must be, beyond its kind. */
export interface ColumnForm {
  /** What it is, in a few words. */
  readonly says: string;
  readonly required?: boolean;
  /** What more must hold of the cell, as an expression of DuckDB, and in words: "count must be …". */
  readonly must?: { readonly hold: (cell: string) => string; readonly expected: string };
  /** What stands in for a cell that is empty. */
  readonly absent?: string;
}

export type Forms<Table extends TableName> = Readonly<Record<keyof (typeof tables)[Table], ColumnForm>>;

const between = (least: number, most: number) => ({
  hold: (cell: string) => `${cell} between ${least} and ${most}`,
  expected: `a number from ${least} to ${most}`,
});
const short = { hold: (cell: string) => `length(${cell}) <= 200`, expected: 'text of at most 200 characters' };
const account: ColumnForm = { says: 'the id of the account', required: true, must: short };

/** What the columns of each table mean to those who write them. */
export const forms: { readonly [Table in TableName]: Forms<Table> } = {
  accounts: {
    id: { says: 'names the account everywhere else', required: true, must: short },
    name: { says: 'for people' },
    since: { says: 'when it became a customer' },
    tracked: { says: 'names of the events that are recorded for it; all where it is empty' },
  },
  facts: {
    account_id: account,
    name: { says: 'the name of the fact', required: true, must: short },
    at: { says: 'since when it holds' },
    number: { says: 'the value, where it is a number' },
    text: { says: 'the value, where it is text' },
    boolean: { says: 'the value, where it is true or false' },
  },
  events: {
    account_id: account,
    name: { says: 'what happened', required: true, must: short },
    at: { says: 'when it happened', required: true },
    until: { says: 'when it was over' },
    user_id: { says: 'who did it' },
    count: {
      says: 'how often it happened',
      must: { hold: (cell) => `${cell} > 0`, expected: 'a number above 0' },
      absent: '1',
    },
    properties: { says: 'what else is known of it' },
  },
  history: {
    account_id: account,
    at: { says: 'when the score was given', required: true },
    score: { says: 'the score then', must: between(0, 100) },
    coverage: { says: 'the share of the weight that was observed', required: true, must: between(0, 1) },
    tier: { says: 'the tier then' },
    version: { says: 'the version of the model', required: true },
    computed: { says: 'what the model said, where a person had set another score', must: between(0, 100) },
    has_computed: { says: 'whether "computed" was told', absent: 'false' },
    dimensions: { says: 'the score of each dimension' },
    signals: { says: 'ids of the signals that fired' },
  },
  overrides: {
    account_id: account,
    score: { says: 'the score set by hand', must: between(0, 100) },
    tier: { says: 'the tier set by hand' },
    reason: { says: 'why', required: true },
    author: { says: 'by whom', required: true },
    at: { says: 'since when', required: true },
    expires: { says: 'until when' },
  },
};

/** What must hold between the cells of a row. */
export interface RowRule {
  /** The column that is told of, which "must be …". */
  readonly of: string;
  /** True where it does not hold, of the cells by their columns. */
  readonly wrong: (cell: (column: string) => string) => string;
  readonly expected: string;
}

/** The same rules as an account document has. */
export const rowRules: Readonly<Partial<Record<TableName, readonly RowRule[]>>> = {
  overrides: [
    {
      of: 'score',
      wrong: (cell) => `${cell('score')} is null and ${cell('tier')} is null`,
      expected: 'a number from 0 to 100 where no tier is set',
    },
    {
      of: 'expires',
      wrong: (cell) => `coalesce(${cell('expires')} <= ${cell('at')}, false)`,
      expected: 'later than at: an override that has expired before it begins is never in force',
    },
  ],
};

/** What no two rows of a table may share. */
export const unique: Readonly<Partial<Record<TableName, { readonly by: readonly string[]; readonly says: string }>>> = {
  accounts: { by: ['id'], says: 'an account has one row' },
  facts: { by: ['account_id', 'name', 'at'], says: 'a fact of an account has one value at an instant' },
  history: {
    by: ['account_id', 'at', 'version'],
    says: 'a version of the model gives an account one score at an instant',
  },
};
