import * as z from 'zod/mini';
import { form, type Made } from '../schema/form.ts';
import { id } from '../schema/primitives.ts';
import { sql } from '../sql/fragment.ts';
import { described } from './described.ts';
import { type MeasureSql, measureKind, missing } from './measure-kind.ts';

const schema = () => z.strictObject({ kind: z.literal('difference'), ...described, of: id, less: id });
type Difference = Made<typeof schema>;

/** One measure less another, in the unit of the first. Missing when either is. As old as the older of the two. */
export const difference = measureKind<Difference>({
  kind: 'difference',
  // Two shares that differ by 0.05 differ by 5 points of a percentage, two ages by days.
  unit: ({ of }, unitOf) => unitOf(of),
  uses: ({ of, less }) => [of, less],
  reach: ({ of, less }, { now, reach }) => Math.min(reach(of, now), reach(less, now)),
  read({ of, less }, { measure, now }) {
    const [a, b] = [measure(of, now), measure(less, now)];
    if (a.value === null || b.value === null) return missing;
    return {
      value: a.value - b.value,
      at: a.at === null || b.at === null ? (a.at ?? b.at) : Math.min(a.at, b.at),
      parts: { of: a.value, less: b.value },
    };
  },
  detail: (parts, words, { of, less }) => `${words(parts.of ?? 0, of)} less ${words(parts.less ?? 0, less)}`,
});

/** How it is written in a model. */
export const differenceForm = /* @__PURE__ */ form(schema);

/** The same for all accounts at once. */
export const differenceSql: MeasureSql<Difference> = ({ of, less }, { dialect, measure, now }) => {
  const [a, b] = [measure(of, now), measure(less, now)];
  return {
    value: dialect.minus(dialect.double(a.value), b.value),
    at: sql`least(coalesce(${a.at}, ${b.at}), coalesce(${b.at}, ${a.at}))`,
    parts: { of: sql`${a.value}`, less: sql`${b.value}` },
  };
};
