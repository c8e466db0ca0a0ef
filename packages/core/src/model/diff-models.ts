import { kindOf } from '../measures/kinds.ts';
import type { Rule } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import { compareVersions, sameVersion } from '../schema/version.ts';
import { within } from './check-ids.ts';
import { diffDimensions } from './diff-dimensions.ts';
import { diffGroups } from './diff-groups.ts';
import { diffTiers } from './diff-tiers.ts';
import { metricsOf } from './dimension.ts';
import type { ModelDocument } from './model.ts';
import {
  change,
  type Effect,
  effects,
  fieldChanges,
  listChanges,
  type ModelChange,
  type Place,
} from './model-change.ts';
import { raised } from './model-version.ts';
import { combinations, groupings, overlay } from './resolve-model.ts';
import { sayRule } from './say-rule.ts';

export type { ModelChange };

/**
 * How two models differ, in words, what can move scores first. Says at the end whether the version has been raised by
 * enough: a version is `major.minor.patch`, where 4 reads as 4.0.0 and 4.1 as 4.1.0; the major part rises when scores,
 * tiers or groups can change, the minor one when signals, playbooks or activity can, the last when only words do.
 */
export function diffModels(a: ModelDocument, b: ModelDocument): ModelChange[] {
  const changes = contentChanges(a, b);
  return [...changes, ...versionChange(a.version, b.version, greatest(changes))];
}

/** The least version that `b` may have as the successor of `a`: `5.0.0` after `4.1`, where scores can change. */
export const suggestVersion = (a: ModelDocument, b: ModelDocument): string =>
  raised(a.version, greatest(contentChanges(a, b)));

const greatest = (changes: readonly ModelChange[]): Effect | null =>
  effects.find((effect) => changes.some((one) => one.effect === effect)) ?? null;

const can: Readonly<Record<Effect, string>> = {
  scores: 'scores can change',
  signals: 'signals, playbooks or activity can change',
  words: 'words have changed',
};

function versionChange(from: string, to: string, effect: Effect | null): ModelChange[] {
  const place: Place = { path: 'version', kind: 'version', subject: 'Version' };
  const least = raised(from, effect);
  const isSame = sameVersion(from, to);
  if (effect && compareVersions(to, least) < 0) {
    const now = isSame ? `The version is ${to} as before` : `Version ${to}, ${from} before, is not enough`;
    return [change(place, 'changed', 'words', `${now}, though ${can[effect]}: make it ${least}`)];
  }
  return isSame ? [] : [change(place, 'changed', 'words', `The version is ${to}, ${from} before`)];
}

const order = new Map(effects.map((effect, place) => [effect, place]));

function contentChanges(a: ModelDocument, b: ModelDocument): ModelChange[] {
  const scores = [a.score?.method, b.score?.method] as const;
  const changes = [
    ...settingChanges(a, b),
    ...measureChanges(a, b),
    ...diffDimensions([a, b], [a.dimensions, b.dimensions], 'dimensions', scores),
    ...diffTiers(a.tiers, b.tiers, 'tiers'),
    ...diffGroups(a, b),
    ...signalChanges(a, b),
  ];
  return changes.sort((one, other) => (order.get(one.effect) ?? 0) - (order.get(other.effect) ?? 0));
}

/** Lists and records that are told entry by entry. */
const apart = ['version', 'measures', 'dimensions', 'tiers', ...groupings, 'signals', 'playbooks'];

function settingChanges(a: ModelDocument, b: ModelDocument): ModelChange[] {
  const settings = Object.fromEntries([
    ...['$schema', 'format', 'review'].map((key) => [key, { effect: 'words' as const }]),
    ...['activity', 'trend'].map((key) => [key, { effect: 'signals' as const }]),
  ]);
  return fieldChanges(a, b, { path: '', kind: 'model', subject: 'The model' }, 'scores', settings, apart);
}

function measureChanges(a: ModelDocument, b: ModelDocument): ModelChange[] {
  const scoring = new Set([...scoringMeasures(a), ...scoringMeasures(b)]);
  const listed = ({ measures }: ModelDocument) => Object.entries(measures).map(([id, measure]) => ({ ...measure, id }));
  const [before, after] = [listed(a), listed(b)];
  const effectOf = (id: string): Effect => (scoring.has(id) ? 'scores' : 'signals');
  return listChanges(before, after, {
    path: 'measures',
    kind: 'measure',
    // A measure alone moves nothing; what begins or ceases to read it is told too.
    effect: 'signals',
    at: ({ id }) => within('measures', id),
    order: null,
    plural: 'Measures',
    arrived: () => 'is a new measure',
    gone: 'is no longer measured',
    both: (was, is, place) => fieldChanges(was, is, place, effectOf(is.id), { unit: { effect: 'words' } }),
  });
}

/** Ids of the measures that scores and groups are made of, however far down. */
function scoringMeasures(model: ModelDocument): Set<string> {
  const found = new Set<string>();
  const add = (id: string) => {
    const measure = Object.hasOwn(model.measures, id) ? model.measures[id] : undefined;
    if (found.has(id) || !measure) return;
    found.add(id);
    kindOf(measure).uses?.(measure).forEach(add);
  };
  const rules: Rule[] = groupings.flatMap((grouping) => (model[grouping] ?? []).map(({ when }) => when));
  for (const { compare } of rules.flatMap((rule) => comparisons(rule, ''))) if (compare.measure) add(compare.measure);
  if (model.rollUp?.by !== undefined) add(model.rollUp.by);
  const base = { dimensions: model.dimensions, tiers: model.tiers, minimumCoverage: 0 };
  for (const groups of combinations(model)) {
    const { dimensions } = groups.reduce((all, group) => (group ? overlay(all, group) : all), base);
    for (const metric of metricsOf(dimensions)) if ('measure' in metric) add(metric.measure);
  }
  return found;
}

function signalChanges(a: ModelDocument, b: ModelDocument): ModelChange[] {
  const effect = 'signals';
  return [
    ...listChanges(a.signals ?? [], b.signals ?? [], {
      path: 'signals',
      kind: 'signal',
      effect,
      order: 'words',
      plural: 'Signals',
      arrived: (signal) => `is a new ${signal.effect} signal: ${sayRule(b, signal.when)}`,
      gone: 'is no longer a signal',
      both: (before, after, place) => {
        const [was, is] = [sayRule(a, before.when), sayRule(b, after.when)];
        const say = () => (was === is ? '' : `${place.subject} fires on ${is}; before, on ${was}`);
        return fieldChanges(before, after, place, effect, { when: { say } });
      },
    }),
    ...listChanges(a.playbooks ?? [], b.playbooks ?? [], {
      path: 'playbooks',
      kind: 'playbook',
      effect,
      order: 'words',
      plural: 'Playbooks',
      arrived: () => 'is a new playbook',
      gone: 'is no longer a playbook',
      both: (before, after, place) => fieldChanges(before, after, place, effect),
    }),
  ];
}
