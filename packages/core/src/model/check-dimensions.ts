import type { Issue } from '../errors.ts';
import { checkSettings, strangeSettings } from '../methods/forms.ts';
import { methodOf } from '../methods/methods.ts';
import { checkMetric } from '../metrics/forms.ts';
import { checkIds, duplicates, within } from './check-ids.ts';
import { unknownMeasure } from './check-measures.ts';
import { type Dimension, type Group, isGroup, membersOf } from './dimension.ts';
import type { ModelDocument } from './model.ts';

/** As many contributions as a report may carry. */
const mostMetrics = 400;

/** Whether dimensions are scored by measures there are, by methods that know their settings, with weight somewhere. */
export function checkDimensions(model: ModelDocument, dimensions: readonly Dimension[], path: string): Issue[] {
  const issues: Issue[] = duplicates(checkIds(path, dimensions));
  const members = dimensions.flatMap((dimension, index) => membersOf(dimension, `${path}[${index}]`));
  issues.push(...duplicates(members.map(({ entry, path: at }) => ({ id: entry.id, path: `${at}.id` }))));
  dimensions.forEach((dimension, index) => {
    issues.push(...checkGroup(dimension, `${path}[${index}]`));
  });
  for (const { entry, path: at } of members) {
    if (isGroup(entry)) {
      issues.push(...checkGroup(entry, at));
      continue;
    }
    if ('measure' in entry) issues.push(...unknownMeasure(model, entry.measure, `${at}.measure`));
    issues.push(...checkMetric(entry, at));
  }
  if (members.length > mostMetrics) {
    issues.push({
      code: 'too-many-metrics',
      path,
      message: `${path} must have at most ${mostMetrics} metrics and groups together, not ${members.length}: a report lists each of them.`,
    });
  }
  if (dimensions.every(({ weight }) => weight === 0)) issues.push(noWeight(path, 'dimensions'));
  return issues;
}

function checkGroup(group: Group, path: string): Issue[] {
  const method = methodOf(group);
  const issues = strangeSettings(group).map((key) => ({
    code: 'strange-setting',
    path: within(path, key),
    message: `${within(path, key)} says nothing to the method ${method.method}: remove it, or choose a method that knows it.`,
  }));
  if (group.weight !== 0 && group.method !== 'points' && group.metrics.every(({ weight }) => weight === 0)) {
    issues.push(noWeight(`${path}.metrics`, 'metrics'));
  }
  return [...issues, ...checkSettings(group, path)];
}

const noWeight = (path: string, what: string): Issue => ({
  code: 'no-weight',
  path,
  message: `${path} must have a weight above 0 somewhere: with all ${what} at 0 there is nothing to score.`,
});
