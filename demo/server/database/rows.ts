/**
 * Rows as they are appended; shape.ts says what each column means.
 * Instants are milliseconds since 1970, which cost a bulk load nothing.
 */
export interface Rows {
  accounts: {
    id: string;
    name: string | null;
    since: number | null;
    ended: number | null;
    tracked: readonly string[] | null;
  };
  facts: {
    account_id: string;
    name: string;
    at: number | null;
    /** At most one of the three is not null. */
    number: number | null;
    text: string | null;
    boolean: boolean | null;
  };
  events: {
    account_id: string;
    name: string;
    at: number;
    until: number | null;
    user_id: string | null;
    count: number;
    properties: Readonly<Record<string, string | number | boolean | null>> | null;
  };
  history: {
    account_id: string;
    at: number;
    score: number | null;
    coverage: number;
    tier: string | null;
    model_id: string;
    version: string;
    computed: number | null;
    has_computed: boolean;
    dimensions: Readonly<Record<string, number | null>> | null;
    signals: readonly string[] | null;
  };
  outcomes: { account_id: string; kind: 'renewed' | 'churned' | 'expanded' | 'contracted'; at: number };
  overrides: {
    account_id: string;
    /** A score, a tier or both. */
    score: number | null;
    tier: string | null;
    reason: string;
    author: string;
    at: number;
    expires: number | null;
  };
  meta: { key: string; value: string };
}

export type TableName = keyof Rows;

/** A fact's value in the column that fits it. */
export function factValue(value: string | number | boolean | null): Pick<Rows['facts'], 'number' | 'text' | 'boolean'> {
  return {
    number: typeof value === 'number' ? value : null,
    text: typeof value === 'string' ? value : null,
    boolean: typeof value === 'boolean' ? value : null,
  };
}
