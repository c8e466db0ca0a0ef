import { given, type Issue } from '../errors.ts';
import { kindOf as measureKindOf } from '../measures/kinds.ts';
import { kindOf as metricKindOf } from '../metrics/kinds.ts';
import { comparisons } from '../rules/rules.ts';
import type { ModelDocument } from './model.ts';

/** As many contributions as a report may carry. */
const mostMetrics = 500;

/** What a schema cannot see: whether the parts of a model fit each other. Finds everything at once. */
export function checkModel(model: ModelDocument): Issue[] {
  return [
    ...checkMeasures(model),
    ...checkDimensions(model),
    ...checkTiers(model),
    ...checkSignals(model),
    ...checkIds('playbooks', model.playbooks ?? []),
  ];
}

function checkMeasures(model: ModelDocument): Issue[] {
  const issues: Issue[] = [];
  const uses = (id: string): readonly string[] => {
    const measure = Object.hasOwn(model.measures, id) ? model.measures[id] : undefined;
    return (measure && measureKindOf(measure).uses?.(measure)) ?? [];
  };
  for (const id of Object.keys(model.measures)) {
    const path = `measures.${id}`;
    for (const used of uses(id)) issues.push(...unknownMeasure(model, used, path));
    const cycle = findCycle(id, uses);
    if (cycle) {
      issues.push({
        code: 'measure-cycle',
        path,
        message: `${path} reads itself (${cycle.join(' → ')}): a measure must end in facts and events.`,
      });
    }
  }
  return issues;
}

/** The way from `start` back to itself, if there is one. Visits each measure once. */
function findCycle(start: string, uses: (id: string) => readonly string[]): string[] | null {
  const seen = new Set<string>();
  const open: string[][] = [[start]];
  for (let trail = open.pop(); trail; trail = open.pop()) {
    for (const next of uses(trail[trail.length - 1] as string)) {
      if (next === start) return [...trail, next];
      if (seen.has(next)) continue;
      seen.add(next);
      open.push([...trail, next]);
    }
  }
  return null;
}

function checkDimensions(model: ModelDocument): Issue[] {
  const issues: Issue[] = [...checkIds('dimensions', model.dimensions)];
  const metricPaths = new Map<string, string>();
  model.dimensions.forEach((dimension, index) => {
    const path = `dimensions[${index}]`;
    dimension.metrics.forEach((metric, place) => {
      const at = `${path}.metrics[${place}]`;
      issues.push(...unknownMeasure(model, metric.measure, `${at}.measure`));
      issues.push(...(metricKindOf(metric).check?.(metric, at) ?? []));
      const before = metricPaths.get(metric.id);
      if (before) issues.push(duplicate(`${at}.id`, metric.id, before));
      else metricPaths.set(metric.id, `${at}.id`);
    });
    if (dimension.weight > 0 && dimension.metrics.every((metric) => metric.weight === 0)) {
      issues.push(noWeight(`${path}.metrics`, 'metrics'));
    }
  });
  const total = model.dimensions.reduce((count, { metrics }) => count + metrics.length, 0);
  if (total > mostMetrics) {
    issues.push({
      code: 'too-many-metrics',
      path: 'dimensions',
      message: `dimensions must have at most ${mostMetrics} metrics together, not ${total}: a report lists each of them.`,
    });
  }
  if (model.dimensions.every((dimension) => dimension.weight === 0)) issues.push(noWeight('dimensions', 'dimensions'));
  return issues;
}

function checkTiers(model: ModelDocument): Issue[] {
  const issues: Issue[] = [...checkIds('tiers', model.tiers)];
  model.tiers.forEach((tier, index) => {
    const path = `tiers[${index}]`;
    const before = model.tiers[index - 1];
    if (!before && tier.from !== 0) {
      issues.push({
        code: 'tier-gap',
        path: `${path}.from`,
        message: `${path}.from must be 0, not ${tier.from}: the lowest tier starts where the scale does.`,
      });
    }
    if (before && before.from >= tier.from) {
      issues.push({
        code: 'tier-order',
        path: `${path}.from`,
        message: `${path}.from must be greater than that of the tier before it (${before.from}), not ${tier.from}: tiers go from the lowest up.`,
      });
    }
    if (tier.playbook !== undefined) issues.push(...unknownPlaybook(model, tier.playbook, `${path}.playbook`));
  });
  return issues;
}

function checkSignals(model: ModelDocument): Issue[] {
  const signals = model.signals ?? [];
  return signals
    .flatMap((signal, index) => {
      const path = `signals[${index}]`;
      return [
        ...(signal.playbook === undefined ? [] : unknownPlaybook(model, signal.playbook, `${path}.playbook`)),
        ...comparisons(signal.when, `${path}.when`).flatMap(({ path: at, compare }) =>
          compare.measure === undefined ? [] : unknownMeasure(model, compare.measure, `${at}.measure`),
        ),
      ];
    })
    .concat(checkIds('signals', signals));
}

function checkIds(path: string, items: readonly { readonly id: string }[]): Issue[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    return [duplicate(`${path}[${index}].id`, id, `${path}[${before}].id`)];
  });
}

const duplicate = (path: string, id: string, before: string): Issue => ({
  code: 'duplicate-id',
  path,
  message: `${path} must be an id of its own, not ${given(id)}, which ${before} already has.`,
});

const noWeight = (path: string, what: string): Issue => ({
  code: 'no-weight',
  path,
  message: `${path} must have a weight above 0 somewhere: with all ${what} at 0 there is nothing to score.`,
});

function unknownMeasure(model: ModelDocument, id: string, path: string): Issue[] {
  if (Object.hasOwn(model.measures, id)) return [];
  return [unknown('measure', id, path, Object.keys(model.measures))];
}

function unknownPlaybook(model: ModelDocument, id: string, path: string): Issue[] {
  const known = (model.playbooks ?? []).map((playbook) => playbook.id);
  return known.includes(id) ? [] : [unknown('playbook', id, path, known)];
}

function unknown(what: string, id: string, path: string, known: readonly string[]): Issue {
  const choices = known.length ? `the model has ${known.slice(0, 20).join(', ')}` : `the model has none`;
  return {
    code: `unknown-${what}`,
    path,
    message: `${path} names no ${what} of this model: expected one that is defined, not ${given(id)} (${choices}).`,
  };
}
