import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id, list, scalar } from '../schema/primitives.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { upToOne } from './extent.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';
import { keyOf, keySql } from './value-key.ts';
import { isOneOf, propertyOf, propertySql } from './where.ts';
import { eventsWithin, windowed, windowStart, withinSql } from './window.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('share'),
    ...described,
    of: id,
    /** The values there are, or the id of a measure that tells how many there are. */
    among: z.union([id, list(scalar, 1000).check(z.minLength(1))]),
    ...windowed,
  });
type Share = Made<typeof schema>;

/** The values in the list as text, each once; null where a measure counts them. */
const listed = ({ among }: Share): ReadonlySet<string> | null =>
  typeof among === 'string' ? null : new Set(among.map(String));

/**
 * The share of a set that was seen within a window, 0–1: of listed values of a property, such as key features, or of as
 * many as another measure counts, such as entitled users. More seen than there are is 1, and the parts tell by how much.
 * Missing where there are none, and where the event happened and never carries the property.
 */
export const share = measureKind<Share>({
  kind: 'share',
  unit: 'percent',
  uses: ({ among }) => (typeof among === 'string' ? [among] : []),
  reach(measure, context) {
    const { among } = measure;
    const start = windowStart(measure, context);
    return typeof among === 'string' ? Math.min(start, context.reach(among, context.now)) : start;
  },
  read(measure, context) {
    const events = eventsWithin(measure, context);
    if (!events) return missing;
    const values = events.map((event) => propertyOf(event, measure.of)).filter((value) => value !== null);
    if (events.length && !values.length) return missing;
    const set = listed(measure);
    const seen = new Set(set ? values.map(String).filter((value) => set.has(value)) : values.map(keyOf));
    // Sound: what is not a list is the id of a measure.
    const whole = set ? { value: set.size, at: null } : context.measure(measure.among as string);
    if (whole.value === null || whole.value <= 0) return missing;
    return {
      value: Math.min(1, seen.size / whole.value),
      at: whole.at ?? context.now,
      parts: { part: seen.size, whole: whole.value },
    };
  },
  detail: ({ part, whole }, words) => `${words(part ?? 0)} of ${words(whole ?? 0)}`,
});

/** How it is written in a model. */
export const shareForm = /* @__PURE__ */ form(schema, undefined, upToOne);

/** The same for all accounts at once. */
export const shareSql: MeasureSql<Share> = (measure, context) => {
  const rows = withinSql(measure, context);
  const value = propertySql(context.dialect, measure.of);
  const set = listed(measure);
  const key = keySql(context.dialect, measure.of);
  const counted = set ? listedSql(key, measure, context.dialect) : key;
  const seen = context.event(sql`count(distinct ${counted})`, rows);
  const silent = context.event(sql`min(case when ${value} is null then 1 else 0 end)`, rows);
  const whole = set ? { value: sql`${set.size}`, at: sql`null` } : context.measure(measure.among as string);
  const known = sql`${context.tracks(measure.event)} and coalesce(${silent}, 0) = 0 and ${whole.value} > 0`;
  const part = sql`coalesce(${seen}, 0)`;
  return {
    value: sql`case when ${known} then least(1, ${context.dialect.divide(context.dialect.double(part), whole.value)}) end`,
    at: sql`coalesce(${whole.at}, ${context.now})`,
    parts: { part, whole: sql`${whole.value}` },
  };
};

/** The text of a property where it is in the list; null where it is not. */
function listedSql(key: Fragment, measure: Share, dialect: Dialect): Fragment {
  const [numbers, texts] = [...(listed(measure) ?? [])].reduce<[string[], string[]]>(
    ([numbers, texts], option) => (isOwnKey(option) ? [numbers, [...texts, option]] : [[...numbers, option], texts]),
    [[], []],
  );
  const options = join([sql`null`, ...texts.map((option) => sql`${option}`)], sql`, `);
  const others = numbers.map((option) => sql` when ${isOneOf(dialect, measure.of, [option])} then ${option}`);
  return sql`case when ${key} in (${options}) then ${key}${join(others, sql``)} end`;
}

/** Whether a text is the key of all that has it: of 0.5 and "0.5" it is not. */
const isOwnKey = (text: string): boolean => String(Number(text)) !== text || keyOf(Number(text)) === text;
