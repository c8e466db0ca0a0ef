import type { Issue } from '../errors.ts';
import { checkDimensions } from './check-dimensions.ts';
import { checkGroups } from './check-groups.ts';
import { checkIds, duplicates } from './check-ids.ts';
import { checkMeasures, unknownMeasure } from './check-measures.ts';
import { checkSignals } from './check-signals.ts';
import { checkTiers } from './check-tiers.ts';
import type { ModelDocument } from './model.ts';

/** What a schema cannot see: whether the parts of a model fit each other. Finds everything at once. */
export function checkModel(model: ModelDocument): Issue[] {
  return [
    ...checkMeasures(model),
    ...checkDimensions(model, model.dimensions, 'dimensions'),
    ...checkTiers(model, model.tiers, 'tiers'),
    ...checkGroups(model),
    ...checkSignals(model),
    ...checkPlaybooks(model),
    ...checkRollUp(model),
  ];
}

function checkPlaybooks(model: ModelDocument): Issue[] {
  const playbooks = model.playbooks ?? [];
  const followed = playbooks.flatMap(({ follow = [] }, index) =>
    follow.flatMap((id, place) => unknownMeasure(model, id, `playbooks[${index}].follow[${place}]`)),
  );
  return [...duplicates(checkIds('playbooks', playbooks)), ...followed];
}

function checkRollUp(model: ModelDocument): Issue[] {
  const { method, by } = model.rollUp ?? {};
  if (by !== undefined) return unknownMeasure(model, by, 'rollUp.by');
  if (method !== 'weighted') return [];
  return [
    {
      code: 'unweighted-roll-up',
      path: 'rollUp.by',
      message:
        'rollUp.by must name the measure that weighs a child, such as its contract value, when method is "weighted": without it every child weighs the same, which is "mean".',
    },
  ];
}
