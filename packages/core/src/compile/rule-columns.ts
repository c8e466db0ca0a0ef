import type { Rule, SqlScalar, Subject } from '../rules/rule-kind.ts';
import { conditionOf } from '../rules/sql-forms.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { Expression } from './expression.ts';

/** A value that rules may ask about: an expression for each type it can have. */
export type Asked = Readonly<Partial<Record<keyof SqlScalar, Expression>>>;

/** The condition of a rule, and the first select that has all it asks about. */
export function conditionOver(rule: Rule, dialect: Dialect, read: (from: Subject, id: string) => Asked): Expression {
  let stage = 0;
  const value = (from: Subject, id: string): SqlScalar => {
    const types = Object.entries(read(from, id)).map(([type, expression]): [string, Fragment] => {
      stage = Math.max(stage, expression.stage);
      return [type, expression.sql];
    });
    return Object.fromEntries(types);
  };
  return { sql: conditionOf(rule, { dialect, value }), stage };
}
