import type * as z from 'zod/mini';
import { formatPath } from '../errors.ts';
import { kindOf, type Measure } from '../measures/kinds.ts';
import { methodFields } from '../methods/forms.ts';
import { groupings } from './resolve-model.ts';

type Fields = Record<PropertyKey, unknown>;
type StandIn = (name: string) => Fields;

const metric: StandIn = (name) => ({ kind: 'action', id: name, event: name, points: 1 });
const group: StandIn = (name) => ({ id: name, weight: 1, metrics: [metric(`${name}.metrics`)] });
const asking: StandIn = (name) => ({ id: name, when: { fact: name, known: true } });

/** What no check minds, in place of what a part must have; by the list the part is in, no two alike. */
const standIns = new Map<PropertyKey, StandIn>([
  ['', (name) => ({ id: name, version: '0', measures: {}, dimensions: [group(name)], tiers: [] })],
  ['measures', (name) => ({ kind: 'fact', name })],
  ['metrics', metric],
  ['dimensions', group],
  ['tiers', (name) => ({ id: name, from: 0 })],
  ['signals', (name) => ({ ...asking(name), effect: 'risk', severity: 'low' })],
  ['playbooks', (name) => ({ id: name, steps: [name] })],
  ...groupings.map((grouping) => [grouping, asking] as const),
]);

const named = '^unknown-(id|metric|dimension)$';

/** Codes of what is found only because a part could not be read, by the field that is wrong or the list of what is. */
const followUps = new Map<PropertyKey, string>([
  ['measures', 'unknown-measure'],
  ['playbooks', 'unknown-playbook'],
  ['weights', 'no-weight'],
  ['tiers', 'tier'],
  ['from', 'tier'],
  ...['dimensions', 'metrics', 'add', ...groupings].map((key) => [key, named] as const),
]);

/** What is left of a model without its faults, and patterns of the codes of what is found in it only because they are gone. */
export interface Mended {
  readonly document: unknown;
  readonly follows: readonly string[];
}

/**
 * Takes out of a model what its schema refuses, so that the rest of it can be checked: the field that is wrong, with
 * something in its place where its part cannot be without. Null for what is no JSON.
 */
export function mendModel(model: unknown, faults: readonly z.core.$ZodIssue[]): Mended | null {
  const document = copyOf(model);
  if (!isFields(document)) return null;
  const follows: string[] = [];
  const replaced: string[] = [];
  for (const fault of faults) {
    const { path } = fault;
    if (fault.code === 'unrecognized_keys' || fault.code === 'invalid_key') {
      const [holder, keys] = 'keys' in fault ? [path, fault.keys] : [path.slice(0, -1), path.slice(-1)];
      remove(holder.reduce(at, document), keys);
      continue;
    }
    const { place, list } = partIn(path);
    const part = place.reduce(at, document);
    const [key, inner] = path.slice(place.length);
    const isGroup = at(part, 'kind') === 'group';
    const standIn = (isGroup ? group : standIns.get(list))?.(formatPath(place).slice(-180) || '?') ?? {};
    // A measure keeps its name, and no field of it is one of these.
    const follow = list === 'measures' ? null : followUps.get(key === undefined || (key === 'id' && list) ? list : key);
    if (follow) follows.push(follow);
    if (key !== undefined && isFields(part) && list !== 'measures' && (list !== 'metrics' || isGroup)) {
      const record = part[key];
      if (isFields(record) && /^(weights|metrics|add)$/.test(String(key))) delete record[inner ?? ''];
      else remove(part, key in methodFields ? Object.keys(methodFields) : [key]);
      for (const [name, value] of Object.entries(standIn)) part[name] ??= value;
      continue;
    }
    const { id, measure }: Fields = list === 'metrics' && isFields(part) ? part : standIn;
    if (key !== 'id' && key !== undefined && list === 'metrics') standIn.id = id;
    const reads = typeof measure === 'string' && key !== 'measure';
    replaced.push(String(id));
    const holder = place.slice(0, -1).reduce(at, document) as Fields;
    const [of, less] = list === 'measures' ? measuresReadBy(part) : [];
    holder[place.at(-1) ?? ''] = of
      ? { of, ...(less ? { kind: 'difference', less } : { kind: 'change', over: '1d' }) }
      : reads
        ? { kind: 'range', id: standIn.id, measure, worst: 0, best: 1 }
        : standIn;
  }
  // Nor can be told what a group changes of a metric that could not be read.
  for (const grouping of groupings) {
    const groups = at(document, grouping);
    if (Array.isArray(groups)) for (const one of groups) remove(at(one, 'metrics'), replaced);
  }
  return { document, follows };
}

/** Ids of the measures that one which could not be read is made of, as far as its kind tells. */
function measuresReadBy(part: unknown): readonly string[] {
  // Sound: of anything else no kind is found, and what a kind finds in it is looked at.
  const measure = part as Measure;
  const used: readonly unknown[] = isFields(part) ? (kindOf(measure)?.uses?.(measure) ?? []) : [];
  return used.filter((id) => typeof id === 'string');
}

/** The innermost part that a path leads into, and the list that it is in; empty for the model itself. */
function partIn(path: readonly PropertyKey[]): { place: PropertyKey[]; list: PropertyKey } {
  let part = { place: [] as PropertyKey[], list: '' as PropertyKey };
  for (const [index, key] of path.entries()) {
    const before = path[index - 1] ?? '';
    const isPart = typeof key === 'number' || (index === 1 && before === 'measures');
    const list = path[index - 2] === 'add' ? 'metrics' : before;
    if (isPart && standIns.has(list)) part = { place: path.slice(0, index + 1), list };
  }
  return part;
}

/** How deep a copy goes, and how long lists in it are, at most: some engines take seconds to write out more. */
const [deepest, longest] = [100, 10_000];

/** A copy to change, without what is beyond those bounds; null where it cannot be made, as of what goes round in circles. */
function copyOf(model: unknown): unknown {
  const depths = new WeakMap<object, number>();
  function bounded(this: object, _: string, value: unknown): unknown {
    if (typeof value !== 'object' || !value) return value;
    const depth = (depths.get(this) ?? 0) + 1;
    depths.set(value, depth);
    return depth > deepest || (Array.isArray(value) && value.length > longest) ? null : value;
  }
  try {
    return JSON.parse(JSON.stringify(model, bounded));
  } catch {
    return null;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Fields)[key] : undefined;

function remove(holder: unknown, keys: readonly PropertyKey[]): void {
  if (isFields(holder)) for (const key of keys) delete holder[key];
}
