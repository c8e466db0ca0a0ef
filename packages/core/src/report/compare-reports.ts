import { given, HealthError } from '../errors.ts';
import type { Model } from '../model/define-model.ts';
import type { Report } from '../schema/report.ts';
import { compareAlone, pathAlone } from './compare-alone.ts';
import { type Comparison, isModel } from './comparison.ts';
import { type ComparedModels, pathThrough } from './counterfactual.ts';
import { summarize } from './summarize-change.ts';

export type { ComparedModels };

/**
 * Why the score of an account moved from one report to another, in points that sum exactly to the change. With models
 * given, the account of before is scored again with one thing after the other as it is after:
 *
 * 1. the model, in the groups of before, with what was read before: `model`
 * 2. the segment, the stage and the maturity: `group`
 * 3. what is observed; what arrives does so with its value, what stays keeps the value of before: `coverage`
 * 4. the values: `data`
 * 5. what was set by hand, which stands above all the others: `override`
 *
 * What the vendor changed comes before what the customer did, so that a change of configuration is measured on the
 * account as it was. Another order gives other parts, as two causes that act together have no shares of their own.
 *
 * Without models, for parent accounts, which no model scores by itself, and where models do not give the scores that
 * the reports say, it is done as `compareAlone` does.
 * Throws a HealthError for reports of different accounts, and for a model that is not the one its report names.
 */
export function compareReports(before: Report, after: Report, models?: ComparedModels): Comparison {
  checkModel(models?.before, before, 'before');
  checkModel(models?.after, after, 'after');
  if (!models || isRolledUp(before) || isRolledUp(after)) return compareAlone(before, after);
  const path = pathThrough(before, after, models);
  if (path) return summarize(before, after, path);
  const alone = pathAlone(before, after);
  return summarize(before, after, { ...alone, doubts: [otherScore, ...alone.doubts] });
}

const isRolledUp = ({ contributions }: Report): boolean => contributions.some(({ role }) => role === 'account');

const otherScore = 'The model given does not give the score that the report says, so only the reports were compared.';

function checkModel(model: Model | undefined, { model: named }: Report, which: 'before' | 'after'): void {
  if (!model || isModel(model, named)) return;
  throw new HealthError({
    code: 'other-model',
    path: `models.${which}`,
    message: `models.${which} must be the model that the report names, ${given(named.id)} ${named.version}, not ${given(model.id)} ${model.version}.`,
  });
}
