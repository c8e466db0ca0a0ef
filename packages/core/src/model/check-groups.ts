import { HealthError, type Issue } from '../errors.ts';
import { type Metric, metric } from '../metrics/forms.ts';
import { coveredBy } from '../rules/can-hold.ts';
import type { Rule } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import { parse } from '../schema/parse.ts';
import { checkDimensions } from './check-dimensions.ts';
import { checkIds, duplicates, unknown, within } from './check-ids.ts';
import { checkRule, reachesIn } from './check-signals.ts';
import { checkTiers } from './check-tiers.ts';
import { type Dimension, isGroup, membersOf } from './dimension.ts';
import type { AccountGroup, ModelDocument } from './model.ts';
import { combinations, type Grouping, groupings, overlay, withFields } from './resolve-model.ts';

/** In how many ways a model may be resolved: each of them is checked. */
const mostCombinations = 1000;

/** Whether segments, stages and levels of maturity can be told apart, and what comes of each is a model that works. */
export function checkGroups(model: ModelDocument): Issue[] {
  const issues: Issue[] = [];
  const earlier: AccountGroup[] = [];
  const sound = { ...model };
  for (const grouping of groupings) {
    const groups = model[grouping] ?? [];
    issues.push(...checkList(model, grouping));
    sound[grouping] = groups.filter((group, index) => {
      const wrong = checkOverlay(model, group, earlier, `${grouping}[${index}]`);
      issues.push(...wrong);
      // What names nothing changes nothing; of what is wrong otherwise no model can be made.
      return wrong.every(({ code }) => code.startsWith('unknown-'));
    });
    earlier.push(...groups);
  }
  const ways = groupings.reduce((all, grouping) => all * (1 + (model[grouping]?.length ?? 0)), 1);
  if (ways > mostCombinations) {
    issues.push({
      code: 'too-many-groups',
      path: 'segments',
      message: `segments, stages and maturity must go together in at most ${mostCombinations} ways, not ${ways}: each way is a model of its own.`,
    });
    return issues;
  }
  return [...issues, ...checkCombinations(sound)];
}

function checkList(model: ModelDocument, grouping: Grouping): Issue[] {
  const groups = model[grouping] ?? [];
  const issues = duplicates(checkIds(grouping, groups));
  const earlier: Rule[] = [];
  groups.forEach((group, index) => {
    const path = `${grouping}[${index}]`;
    const wrong = [...checkRule(model, group.when, `${path}.when`), ...askedTooEarly(group.when, `${path}.when`)];
    if (!wrong.length && coveredBy(group.when, earlier, reachesIn(model))) {
      wrong.push({
        code: 'unreachable',
        path: `${path}.when`,
        message: `${path}.when can never win: whenever it is true, one of those before it is true as well, and the first wins. Move it up or narrow the others.`,
      });
    }
    earlier.push(group.when);
    issues.push(...wrong);
  });
  return issues;
}

/** What a group may not ask, since the score follows from it. */
function askedTooEarly(rule: Rule, path: string): Issue[] {
  return comparisons(rule, path).flatMap(({ path: at, compare: { score, dimension } }) =>
    score === undefined && dimension === undefined
      ? []
      : [
          {
            code: 'score-in-group',
            path: at,
            message: `${at} must ask about a measure or a fact: which group an account is in is decided before its score.`,
          },
        ],
  );
}

/**
 * Whether an overlay names what there is, and what it changes is still a metric. What groups before it bring in is there
 * for it as well, unless it brings dimensions in place of all.
 */
function checkOverlay(
  model: ModelDocument,
  group: AccountGroup,
  earlier: readonly AccountGroup[],
  path: string,
): Issue[] {
  const { weights = {}, metrics = {}, add = {} } = group;
  const before = group.dimensions ? [] : earlier;
  const lists = [group.dimensions ?? model.dimensions, ...before.map(({ dimensions = [] }) => dimensions)];
  const added = [...before, group].flatMap((one) => Object.values(one.add ?? {}).flat());
  const membersIn = (list: readonly Dimension[]) => [
    ...list.flatMap((one) => membersOf(one, '').map(({ entry }) => entry)),
    ...added,
  ];
  const dimensions = lists.flat();
  const members = [...new Set(lists.flatMap(membersIn))];
  const has = (known: readonly { readonly id: string }[], id: string) => known.some((one) => one.id === id);
  const names = (key: string, given: object, known: readonly { readonly id: string }[], what: string) =>
    Object.keys(given).flatMap((id) =>
      has(known, id) ? [] : [unknown(what, id, within(`${path}.${key}`, id), [...new Set(known.map((one) => one.id))])],
    );
  const changes = members.flatMap((entry) =>
    !isGroup(entry) && Object.hasOwn(metrics, entry.id)
      ? checkChange(entry, metrics[entry.id] ?? {}, within(`${path}.metrics`, entry.id))
      : [],
  );
  return [
    ...names('weights', weights, [...dimensions, ...members], 'dimension, group or metric'),
    ...Object.keys(weights)
      .filter((id) => lists.some((list) => has(list, id) && has(membersIn(list), id)))
      .map((id) => ambiguous(within(`${path}.weights`, id))),
    ...names('metrics', metrics, members, 'metric'),
    ...names('add', add, dimensions, 'dimension'),
    // Once each, though metrics of one id in several groups may be wrong alike.
    ...new Map(changes.map((issue) => [issue.message, issue])).values(),
  ];
}

/** Says of a weight that it is of a dimension and of a metric or group as well. */
const ambiguous = (path: string): Issue => ({
  code: 'ambiguous-weight',
  path,
  message: `${path} names a dimension and a member of one, and would change both weights: give one of them another id.`,
});

function checkChange(entry: Metric, fields: Record<string, unknown>, path: string): Issue[] {
  try {
    parse(metric, withFields(entry, { ...fields, id: entry.id }), path, didYouMean);
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    return error.issues.map((issue) => ({
      code: issue.code,
      path: issue.path ? `${path}.${issue.path}` : path,
      message: `${path} makes a metric that is wrong: ${issue.message}`,
    }));
  }
  if (!Object.hasOwn(fields, 'id')) return [];
  return [
    {
      code: 'changed-id',
      path: `${path}.id`,
      message: `${path}.id must be left out: a metric keeps its id in every segment and stage.`,
    },
  ];
}

/** What is wrong with a model only when certain groups come together. */
function checkCombinations(model: ModelDocument): Issue[] {
  const { dimensions, tiers, minimumCoverage = 0 } = model;
  const base = { dimensions, tiers, minimumCoverage };
  const sound = new Set(faults(model, base).map(({ message }) => message));
  const found = new Map<string, Issue>();
  for (const groups of combinations(model)) {
    const named = groups.filter((group) => group !== null);
    const resolved = named.reduce(overlay, base);
    for (const { code, path, message } of faults(model, resolved)) {
      if (sound.has(message)) continue;
      const where = named.map(({ id }) => id).join(' and ');
      found.set(message, { code, path, message: `In ${where}: ${message}` });
      sound.add(message);
    }
  }
  return [...found.values()];
}

const faults = (
  model: ModelDocument,
  { dimensions, tiers }: { dimensions: readonly Dimension[]; tiers: ModelDocument['tiers'] },
): Issue[] => [...checkDimensions(model, dimensions, 'dimensions'), ...checkTiers(model, tiers, 'tiers')];
