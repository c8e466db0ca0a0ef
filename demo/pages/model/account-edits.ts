import type { Account, Fact, Model, Override } from '@hale/core';

const day = 86_400_000;

/** A value that a rule of a segment, a stage or a level of maturity asks for, and that may be tried otherwise. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly unit: 'number' | 'text' | 'days';
  /** As recorded; null where it is not. */
  readonly value: number | string | null;
  /** The account with another value from `now` on. */
  set(account: Account, value: number | string): Account;
}

/** The fields of an account that decide which segment, stage and maturity it is in. */
export function fieldsOf(model: Model, account: Account, now: number): Field[] {
  const fields = new Map<string, Field>();
  for (const [key, id] of subjectsOf(model)) {
    const measure = key === 'measure' && Object.hasOwn(model.measures, id) ? model.measures[id] : undefined;
    const field = key === 'fact' ? factField(id, account, now) : measure && measureField(id, measure, account, now);
    if (field) fields.set(field.id, field);
  }
  return [...fields.values()];
}

function subjectsOf({ segments = [], stages = [], maturity = [] }: Model): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const walk = (rule: unknown): void => {
    if (Array.isArray(rule)) for (const inner of rule) walk(inner);
    else if (rule !== null && typeof rule === 'object') {
      for (const key of ['fact', 'measure']) {
        const id: unknown = Reflect.get(rule, key);
        if (typeof id === 'string') found.push([key, id]);
      }
      for (const key of ['all', 'any', 'not']) walk(Reflect.get(rule, key));
    }
  };
  for (const { when } of [...segments, ...stages, ...maturity]) walk(when);
  return found;
}

function measureField(id: string, measure: Model['measures'][string], account: Account, now: number): Field | null {
  const label = measure.label ?? id;
  if (measure.kind === 'fact') return factField(measure.name, account, now, label);
  if (measure.kind === 'since' && measure.event === undefined && measure.fact === undefined) {
    const value = account.since === undefined ? null : Math.floor((now - Date.parse(account.since)) / day);
    return {
      id: ':since',
      label,
      unit: 'days',
      value,
      set: (to, days) => ({ ...to, since: new Date(now - Number(days) * day).toISOString() }),
    };
  }
  if (measure.kind !== 'until') return null;
  const date = latest(account, measure.fact, now);
  return {
    id: measure.fact,
    label,
    unit: 'days',
    value: typeof date === 'string' ? Math.trunc((Date.parse(date) - now) / day) : null,
    set: (to, days) => withFact(to, measure.fact, new Date(now + Number(days) * day).toISOString(), now),
  };
}

function factField(name: string, account: Account, now: number, label = labelOf(name)): Field {
  const value = latest(account, name, now);
  return {
    id: name,
    label,
    unit: typeof value === 'string' ? 'text' : 'number',
    value: typeof value === 'boolean' ? null : value,
    set: (to, other) => withFact(to, name, other, now),
  };
}

const labelOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

const listed = (fact: Fact | undefined) =>
  (Array.isArray(fact) ? fact : [fact]).map((one) =>
    one !== null && typeof one === 'object' ? one : { value: one ?? null },
  );

/** The newest value of a fact that holds at `now`. */
function latest(account: Account, name: string, now: number): string | number | boolean | null {
  const values = listed(Object.hasOwn(account.facts ?? {}, name) ? account.facts?.[name] : undefined)
    .map(({ value, at }) => ({ value, at: at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at) }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => b.at - a.at);
  return values[0]?.value ?? null;
}

function withFact(account: Account, name: string, value: number | string, now: number): Account {
  const kept = listed(account.facts?.[name]).filter(({ value: one }) => one !== null);
  // A moment before now: what is said at an instant counts from then on, whichever way a window is closed.
  const at = new Date(now - 1).toISOString();
  return { ...account, facts: { ...account.facts, [name]: [...kept, { value, at }] } };
}

/** What the reader has changed of an account, besides the model's weights. */
export interface Edits {
  /** By the id of the field. */
  readonly values: ReadonlyMap<string, number | string>;
  /** In place of those recorded; null for those. */
  readonly overrides: readonly Override[] | null;
}

export const noEdits: Edits = { values: new Map(), overrides: null };

/** The account as edited. */
export function edited(account: Account, fields: readonly Field[], { values, overrides }: Edits): Account {
  const changed = fields.reduce((to, field) => {
    const value = values.get(field.id);
    return value === undefined ? to : field.set(to, value);
  }, account);
  return overrides === null ? changed : { ...changed, overrides: [...overrides] };
}
