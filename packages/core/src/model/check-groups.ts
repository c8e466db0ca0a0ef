import type { Issue } from '../errors.ts';
import { checkIds, duplicates } from './check-ids.ts';
import { checkRule } from './check-signals.ts';
import type { ModelDocument } from './model.ts';
import { groupings } from './resolve-model.ts';

/** Whether segments, stages and levels of maturity can be told apart, and what comes of each is a model that works. */
export function checkGroups(model: ModelDocument): Issue[] {
  return groupings.flatMap((grouping) => {
    const groups = model[grouping] ?? [];
    return [
      ...duplicates(checkIds(grouping, groups)),
      ...groups.flatMap(({ when }, index) => checkRule(model, when, `${grouping}[${index}].when`)),
    ];
  });
}
