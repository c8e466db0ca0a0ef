import type { Issue } from '../errors.ts';
import { checkSettings, strangeSettings } from '../methods/forms.ts';
import { methodOf } from '../methods/methods.ts';
import { checkMetric } from '../metrics/forms.ts';
import { checkIds, duplicates, within } from './check-ids.ts';
import { unknownMeasure } from './check-measures.ts';
import { type Dimension, type Group, isGroup, membersOf } from './dimension.ts';
import type { ModelDocument } from './model.ts';

/** As many rows as leave a report within its limits of 500 contributions, and of 200 groups in a dimension. */
const mostRows = 450;

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
  // What a group begins with and what its limits take are rows of their own.
  const rows = 2 * dimensions.length + members.reduce((all, { entry }) => all + (isGroup(entry) ? 2 : 1), 0);
  if (rows > mostRows) {
    issues.push({
      code: 'too-many-metrics',
      path,
      message: `${path} must have fewer metrics and groups: a report carries at most ${mostRows} rows, and these may come to ${rows}, one for each metric and two for each dimension and group.`,
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
