import { labelFrom } from '../schema/say.ts';
import { within } from './check-ids.ts';
import { diffDimensions } from './diff-dimensions.ts';
import { diffTiers } from './diff-tiers.ts';
import { membersOf } from './dimension.ts';
import type { AccountGroup, ModelDocument } from './model.ts';
import { change, fieldChanges, listChanges, type ModelChange, nameOf, type Place } from './model-change.ts';
import { type Grouping, groupings } from './resolve-model.ts';
import { sayRule } from './say-rule.ts';

const words: Readonly<Record<Grouping, { kind: 'segment' | 'stage' | 'maturity'; one: string; plural: string }>> = {
  segments: { kind: 'segment', one: 'segment', plural: 'Segments' },
  stages: { kind: 'stage', one: 'stage', plural: 'Stages' },
  maturity: { kind: 'maturity', one: 'level of maturity', plural: 'Levels of maturity' },
};

/** How the segments, stages and levels of maturity of two models differ, and what they change of the model. */
export const diffGroups = (a: ModelDocument, b: ModelDocument): ModelChange[] =>
  groupings.flatMap((grouping) => {
    const { kind, one, plural } = words[grouping];
    return listChanges(a[grouping] ?? [], b[grouping] ?? [], {
      path: grouping,
      kind,
      effect: 'scores',
      // The first whose rule is true wins.
      order: 'scores',
      plural,
      arrived: ({ when }) => `is a new ${one}: ${sayRule(b, when)}`,
      gone: `is no longer a ${one}`,
      both: (before, after, place) => groupChanges([a, b], [before, after], place),
    });
  });

type Pair<T> = readonly [before: T, after: T];

function groupChanges(models: Pair<ModelDocument>, [before, after]: Pair<AccountGroup>, place: Place): ModelChange[] {
  const { path, subject } = place;
  const [was, is] = [sayRule(models[0], before.when), sayRule(models[1], after.when)];
  const when = { say: () => (was === is ? '' : `${subject} is told by ${is}; before, by ${was}`) };
  const apart = ['weights', 'metrics', 'add', 'dimensions', 'tiers'];
  const names = namesIn(models);
  const named = (id: string) => `In ${subject}, ${names.get(id) ?? labelFrom(id)}`;
  return [
    ...fieldChanges(before, after, place, 'scores', { when }, apart),
    ...recordChanges(before.weights, after.weights, (id, from, to) => {
      const at = within(`${path}.weights`, id);
      const changes = fieldChanges(weightOf(from), weightOf(to), { ...place, subject: named(id) }, 'scores');
      return changes.map((one) => ({ ...one, path: at }));
    }),
    ...recordChanges(before.metrics, after.metrics, (id, from, to) =>
      fieldChanges(
        from ?? {},
        to ?? {},
        { ...place, path: within(`${path}.metrics`, id), subject: named(id) },
        'scores',
      ),
    ),
    ...recordChanges(before.add, after.add, (id, from, to) =>
      listChanges(from ?? [], to ?? [], {
        path: within(`${path}.add`, id),
        kind: 'metric',
        effect: 'scores',
        order: 'words',
        plural: `In ${subject}, metrics added`,
        arrived: () => `is added in ${subject}`,
        gone: `is no longer added in ${subject}`,
        both: (one, other, at) => fieldChanges(one, other, { ...at, subject: named(one.id) }, 'scores'),
      }),
    ),
    ...own([before.dimensions, after.dimensions], 'dimensions', place, (from, to, at) =>
      diffDimensions(models, [from, to], at, [models[0].score?.method, models[1].score?.method]),
    ),
    ...own([before.tiers, after.tiers], 'tiers', place, diffTiers),
  ];
}

const weightOf = (weight: number | undefined): object => (weight === undefined ? {} : { weight });

function recordChanges<V>(
  before: Readonly<Record<string, V>> | undefined,
  after: Readonly<Record<string, V>> | undefined,
  changes: (id: string, from: V | undefined, to: V | undefined) => ModelChange[],
): ModelChange[] {
  const [from, to] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((id) => changes(id, from.get(id), to.get(id)));
}

/** A list that a group may have in place of the model's. */
function own<T>(
  [from, to]: Pair<readonly T[] | undefined>,
  key: string,
  place: Place,
  both: (from: readonly T[], to: readonly T[], path: string) => ModelChange[],
): ModelChange[] {
  const at = `${place.path}.${key}`;
  if (from && to) {
    return both(from, to, at).map((one) => ({ ...one, sentence: `In ${place.subject}: ${one.sentence}` }));
  }
  if (!from && !to) return [];
  const sentence = to ? `${place.subject} has ${key} of its own` : `${place.subject} has the model’s ${key} again`;
  return [change(place, to ? 'added' : 'removed', 'scores', sentence, at)];
}

/** Names by id of what a group may reweigh or change; the newer model’s win. */
const namesIn = (models: Pair<ModelDocument>): ReadonlyMap<string, string> =>
  new Map(
    models.flatMap(({ dimensions }) =>
      dimensions.flatMap((dimension) =>
        [dimension, ...membersOf(dimension, '').map(({ entry }) => entry)].map((one) => [one.id, nameOf(one)] as const),
      ),
    ),
  );
