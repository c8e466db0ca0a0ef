import type { Issue } from '../errors.ts';
import { extentsOf } from '../measures/forms.ts';
import { canHold, type ReachOf } from '../rules/can-hold.ts';
import type { Rule } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import { checkIds, duplicates, unknown } from './check-ids.ts';
import { unknownMeasure } from './check-measures.ts';
import { unknownPlaybook } from './check-tiers.ts';
import type { ModelDocument } from './model.ts';
import { groupings } from './resolve-model.ts';

/** Whether signals ask about measures there are, can fire at all, and suggest playbooks there are. */
export function checkSignals(model: ModelDocument): Issue[] {
  const signals = model.signals ?? [];
  return [
    ...duplicates(checkIds('signals', signals)),
    ...signals.flatMap(({ when, playbook }, index) => [
      ...(playbook === undefined ? [] : unknownPlaybook(model, playbook, `signals[${index}].playbook`)),
      ...checkRule(model, when, `signals[${index}].when`),
    ]),
  ];
}

/** Whether a rule asks about measures there are, and can ever be true. */
export function checkRule(model: ModelDocument, rule: Rule, path: string): Issue[] {
  const issues = comparisons(rule, path).flatMap(({ path: at, compare: { measure, dimension } }) => [
    ...(measure === undefined ? [] : unknownMeasure(model, measure, `${at}.measure`)),
    ...(dimension === undefined ? [] : unknownDimension(model, dimension, `${at}.dimension`)),
  ]);
  if (!canHold(rule, reachesIn(model))) {
    const why = canHold(rule) ? 'is nothing that its measures can be' : 'excludes itself';
    issues.push({
      code: 'never-true',
      path,
      message: `${path} can never be true: what it asks for ${why}. Mend its thresholds or remove it.`,
    });
  }
  return issues;
}

/** What can be asked about, knowing that some measures have no values but those of their kind: a count is never below 0. */
export function reachesIn({ measures }: Pick<ModelDocument, 'measures'>): ReachOf {
  const extentOf = extentsOf(measures);
  return ({ subject, reach }) => {
    const [, id] = /^measure (.*)/s.exec(subject) ?? [];
    if (id === undefined) return reach;
    const [least, most] = extentOf(id);
    return { least, most };
  };
}

/** An issue when neither the model nor any of its segments, stages and levels has such a dimension. */
function unknownDimension(model: ModelDocument, id: string, path: string): Issue[] {
  const groups = groupings.flatMap((grouping) => model[grouping] ?? []);
  const known = [model, ...groups].flatMap(({ dimensions = [] }) => dimensions.map((dimension) => dimension.id));
  return known.includes(id) ? [] : [unknown('dimension', id, path, [...new Set(known)])];
}
