import { HealthError } from '../errors.ts';
import type { Model } from '../model/define-model.ts';
import type { Dialect } from '../sql/dialect.ts';
import type { Fragment } from '../sql/fragment.ts';
import { render, type Statement } from '../sql/render.ts';

/** Throws a HealthError where a select of a model's statement has more columns than the engine takes. */
export function mustFit(model: Model, { name, mostColumns }: Dialect, columns: number): void {
  if (mostColumns === undefined || columns <= mostColumns) return;
  throw new HealthError({
    code: 'too-many-columns',
    path: '',
    message: `The model ${model.id} needs a select of ${columns} columns, and ${name} takes at most ${mostColumns}: give it fewer metrics, or measures that look back on fewer weeks.`,
  });
}

/** Writes a model's statement out. Throws a HealthError where it has more parameters than the engine takes. */
export function renderModel(model: Model, fragment: Fragment, dialect: Dialect): Statement {
  const statement = render(fragment, dialect);
  const { name, mostValues = Infinity } = dialect;
  if (statement.values.length <= mostValues) return statement;
  throw new HealthError({
    code: 'too-many-values',
    path: '',
    message: `The model ${model.id} needs a statement of ${statement.values.length} parameters, and ${name} takes at most ${mostValues}: give its measures and metrics shorter lists.`,
  });
}
