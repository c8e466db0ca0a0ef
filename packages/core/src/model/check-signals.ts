import type { Issue } from '../errors.ts';
import type { Rule } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import { checkIds, duplicates } from './check-ids.ts';
import { unknownMeasure } from './check-measures.ts';
import { unknownPlaybook } from './check-tiers.ts';
import type { ModelDocument } from './model.ts';

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

/** Whether a rule asks about measures there are. */
export function checkRule(model: ModelDocument, rule: Rule, path: string): Issue[] {
  return comparisons(rule, path).flatMap(({ path: at, compare }) =>
    compare.measure === undefined ? [] : unknownMeasure(model, compare.measure, `${at}.measure`),
  );
}
