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
  ];
}

function checkPlaybooks(model: ModelDocument): Issue[] {
  const playbooks = model.playbooks ?? [];
  const followed = playbooks.flatMap(({ follow = [] }, index) =>
    follow.flatMap((id, place) => unknownMeasure(model, id, `playbooks[${index}].follow[${place}]`)),
  );
  const by = model.rollUp?.by;
  return [
    ...duplicates(checkIds('playbooks', playbooks)),
    ...followed,
    ...(by === undefined ? [] : unknownMeasure(model, by, 'rollUp.by')),
  ];
}
