import type { Issue } from '../errors.ts';
import { checkIds, duplicates, unknown } from './check-ids.ts';
import type { ModelDocument } from './model.ts';
import type { Tier } from './tier.ts';

/** Whether tiers go from 0 up, each with an id of its own. */
export function checkTiers(model: ModelDocument, tiers: readonly Tier[], path: string): Issue[] {
  const issues: Issue[] = duplicates(checkIds(path, tiers));
  tiers.forEach((tier, index) => {
    const at = `${path}[${index}]`;
    const before = tiers[index - 1];
    if (!before && tier.from !== 0) {
      issues.push({
        code: 'tier-gap',
        path: `${at}.from`,
        message: `${at}.from must be 0, not ${tier.from}: the lowest tier starts where the scale does.`,
      });
    }
    if (before && before.from >= tier.from) {
      issues.push({
        code: 'tier-order',
        path: `${at}.from`,
        message: `${at}.from must be greater than that of the tier before it (${before.from}), not ${tier.from}: tiers go from the lowest up.`,
      });
    }
    if (tier.playbook !== undefined) issues.push(...unknownPlaybook(model, tier.playbook, `${at}.playbook`));
  });
  return issues.length ? issues : checkHysteresis(model, tiers, path);
}

/** Whether every tier can be entered and left when scores are held to the tier they were in. */
function checkHysteresis({ hysteresis = 0 }: ModelDocument, tiers: readonly Tier[], path: string): Issue[] {
  const [second, last] = [tiers[1], tiers.at(-1)];
  if (!hysteresis || !second || !last) return [];
  const at = (index: number) => `${path}[${index}].from`;
  const issue = (text: string): Issue => ({
    code: 'unreachable-tier',
    path: 'hysteresis',
    message: `hysteresis must be ${text}`,
  });
  return [
    ...(hysteresis < second.from
      ? []
      : [
          issue(
            `less than the edge of the second tier (${at(1)} is ${second.from}), not ${hysteresis}: no score is far enough below it to leave that tier again.`,
          ),
        ]),
    ...(last.from + hysteresis <= 100
      ? []
      : [
          issue(
            `at most ${100 - last.from}, not ${hysteresis}: from ${at(tiers.length - 1)} (${last.from}) there is no more to 100, and no score would ever enter that tier.`,
          ),
        ]),
  ];
}

/** An issue when the model has no such playbook. */
export function unknownPlaybook(model: ModelDocument, id: string, path: string): Issue[] {
  const known = (model.playbooks ?? []).map((playbook) => playbook.id);
  return known.includes(id) ? [] : [unknown('playbook', id, path, known)];
}
