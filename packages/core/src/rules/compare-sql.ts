import type { Scalar } from '../schema/primitives.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { type Test, testsOf } from './compare.ts';
import type { Compare, RuleSql, SqlScalar, SqlSubjects, Subject } from './rule-kind.ts';

/** How a comparison is written; `in` and `known` have forms of their own. */
const signs = { lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=`, eq: sql`=`, ne: sql`<>` };

/** Text that an engine cannot hold falls between what it holds: what is below it is up to the part before its U+0000. */
const beside = { lt: signs.lte, lte: signs.lte, gt: signs.gt, gte: signs.gt };

/** A comparison that is not decided, whatever the account. */
const unknown = sql`cast(null as boolean)`;

/** The form of a rule that compares one value, in SQL: null when it is missing, or of another type than the threshold. */
export const comparisonSql =
  (key: Subject): RuleSql<Compare> =>
  (rule, subjects) => {
    // Sound: the form is told by its key.
    const value = subjects.value(key, rule[key] as string);
    const tests = testsOf(rule).map((test) => testOf(test, value, subjects));
    return sql`(${join(tests, sql` and `)})`;
  };

function testOf({ is, threshold }: Test, value: SqlScalar, subjects: SqlSubjects): Fragment {
  if (is === 'known') {
    const some = Object.values(value).map((one: Fragment) => sql`${one} is not null`);
    const known = some.length ? sql`(${join(some, sql` or `)})` : sql`false`;
    return threshold ? known : sql`(not ${known})`;
  }
  // Sound: `in` alone has a list.
  if (is === 'in') return amongOf(threshold as readonly Scalar[], value, subjects);
  return against(is, value, threshold as Scalar, subjects);
}

function against(is: keyof typeof signs, value: SqlScalar, threshold: Scalar, { dialect }: SqlSubjects): Fragment {
  const own = ofType(value, threshold);
  if (!own) return unknown;
  if (typeof threshold === 'number') return sql`${own} ${signs[is]} ${dialect.double(sql`${threshold}`)}`;
  if (typeof threshold === 'boolean') return sql`${own} ${signs[is]} ${threshold}`;
  const text = dialect.byCodePoint(own);
  const nul = dialect.holdsNul ? -1 : threshold.indexOf('\0');
  if (nul === -1) return sql`${text} ${signs[is]} ${threshold}`;
  const met = is === 'eq' || is === 'ne' ? null : sql`${text} ${beside[is]} ${threshold.slice(0, nul)}`;
  return met ?? sql`case when ${own} is not null then ${is === 'ne' ? sql`true` : sql`false`} end`;
}

/** One of these that are of the value's type; null where none is. */
function amongOf(options: readonly Scalar[], value: SqlScalar, subjects: SqlSubjects): Fragment {
  const cases = ['number', 'string', 'boolean'].flatMap((type) => {
    const same = options.filter((option) => typeof option === type);
    const own = same[0] === undefined ? undefined : ofType(value, same[0]);
    const met = same.map((option) => against('eq', value, option, subjects));
    return own ? [sql`when ${own} is not null then ${join(met, sql` or `)}`] : [];
  });
  return cases.length ? sql`case ${join(cases, sql` `)} end` : unknown;
}

function ofType({ number, text, boolean }: SqlScalar, like: Scalar): Fragment | undefined {
  if (typeof like === 'number') return number;
  return typeof like === 'string' ? text : boolean;
}
