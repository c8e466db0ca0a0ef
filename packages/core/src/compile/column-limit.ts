import { HealthError } from '../errors.ts';
import type { Model } from '../model/define-model.ts';
import type { Dialect } from '../sql/dialect.ts';

/** Throws a HealthError where a select of a model's statement has more columns than the engine takes. */
export function mustFit(model: Model, { name, mostColumns }: Dialect, columns: number): void {
  if (mostColumns === undefined || columns <= mostColumns) return;
  throw new HealthError({
    code: 'too-many-columns',
    path: '',
    message: `The model ${model.id} needs a select of ${columns} columns, and ${name} takes at most ${mostColumns}: give it fewer metrics, or measures that look back on fewer weeks.`,
  });
}
