import { kindOf, type Metric } from '../metrics/kinds.ts';
import { sayNumber, sayValue } from '../schema/say.ts';
import { canonical } from './definition.ts';
import { describeMeasure, describeMetric } from './describe-measure.ts';
import type { Dimension, Entry, Group } from './dimension.ts';
import type { ModelDocument } from './model.ts';
import { change, type FieldWords, fieldChanges, type ModelChange, nameOf, type Place, sayAny } from './model-change.ts';

type Measures = Pick<ModelDocument, 'measures'>;

/** A dimension, a group or a metric where it stands. */
interface Standing extends Place {
  readonly entry: Entry | Dimension;
  /** What it is a member of; null for a dimension. */
  readonly parent: Standing | null;
  /** Its share of the weight there, 0–1; null where weights are points. */
  readonly share: number | null;
}

/** One model's side of a comparison. */
interface Side {
  readonly model: Measures;
  readonly all: ReadonlyMap<string, Standing>;
}

/**
 * How the dimensions of two models differ, and the groups and metrics in them wherever they stand. `score` is the
 * method by which dimensions become the score.
 */
export function diffDimensions(
  [a, b]: readonly [Measures, Measures],
  [before, after]: readonly [readonly Dimension[], readonly Dimension[]],
  path: string,
  score: readonly [string | undefined, string | undefined],
): ModelChange[] {
  const from: Side = { model: a, all: standings(before, path, score[0]) };
  const to: Side = { model: b, all: standings(after, path, score[1]) };
  const changes = [...to.all].flatMap(([key, one]) => {
    const was = from.all.get(key);
    if (was) return differences(from, to, was, one);
    // With a new group comes all that is in it.
    return one.parent && !from.all.has(keyOf(one.parent)) ? [] : [change(one, 'added', 'scores', arrival(one))];
  });
  const gone = [...from.all].flatMap(([key, one]) => {
    const isGone = !to.all.has(key) && (!one.parent || to.all.has(keyOf(one.parent)));
    return isGone ? [change(one, 'removed', 'scores', `${one.subject} is no longer part of ${whole(one)}`)] : [];
  });
  return [...changes, ...gone, ...orderChange(from, to, path)];
}

const keyOf = ({ kind, entry }: Pick<Standing, 'kind' | 'entry'>): string =>
  `${kind === 'dimension' ? 'dimension' : 'member'} ${entry.id}`;

const whole = ({ parent }: Standing): string => parent?.subject ?? 'the score';

function standings(dimensions: readonly Dimension[], path: string, score: string | undefined): Map<string, Standing> {
  const found: Standing[] = [];
  const add = (entries: readonly (Entry | Dimension)[], at: string, parent: Standing | null, method?: string) => {
    const sum = entries.reduce((all, { weight = 1 }) => all + weight, 0);
    entries.forEach((entry, index) => {
      const kind = parent === null ? 'dimension' : 'kind' in entry && entry.kind !== 'group' ? 'metric' : 'group';
      const share = method === 'points' || sum === 0 ? null : (entry.weight ?? 1) / sum;
      const one: Standing = { path: `${at}[${index}]`, kind, subject: nameOf(entry), entry, parent, share };
      found.push(one);
      // Sound: what is no metric holds members.
      if (kind !== 'metric') add((entry as Group).metrics, `${one.path}.metrics`, one, (entry as Group).method);
    });
  };
  add(dimensions, path, null, score);
  return new Map(found.map((one) => [keyOf(one), one]));
}

const percent = (share: number | null): string => `${sayNumber((share ?? 0) * 100)}%`;

const arrival = (one: Standing): string =>
  `${one.subject} is new in ${whole(one)}${one.share === null ? '' : ` and weighs ${percent(one.share)} of it`}`;

function differences(from: Side, to: Side, was: Standing, is: Standing): ModelChange[] {
  const changes: ModelChange[] = [];
  const isMoved = was.parent && is.parent && keyOf(was.parent) !== keyOf(is.parent);
  if (isMoved) {
    changes.push(change(is, 'moved', 'scores', `${is.subject} is now in ${whole(is)}, in ${whole(was)} before`));
  }
  if ((was.entry.weight ?? 1) !== (is.entry.weight ?? 1)) {
    changes.push(change(is, 'changed', 'scores', weightSentence(was, is), `${is.path}.weight`));
  }
  if (was.kind === 'metric' && is.kind === 'metric') {
    // Sound: what is called a metric is one.
    return [...changes, ...metricChanges(from.model, to.model, was.entry as Metric, is.entry as Metric, is)];
  }
  const skip = ['kind', 'weight', 'metrics'];
  return [...changes, ...fieldChanges(was.entry, is.entry, is, 'scores', groupFields(is), skip)];
}

/** "Adoption weighs 40% of the score, 35% before." */
function weightSentence(was: Standing, is: Standing): string {
  const [from, to] = [was, is].map(({ entry }) => sayNumber(entry.weight ?? 1));
  if (was.share === null || is.share === null) return `${is.subject} has the weight ${to}, ${from} before`;
  const [old, current] = [percent(was.share), percent(is.share)];
  if (old === current) return `${is.subject} has the weight ${to}, ${from} before: still ${current} of ${whole(is)}`;
  return `${is.subject} weighs ${current} of ${whole(is)}, ${old} before`;
}

const groupFields = ({ subject }: Place): Record<string, FieldWords> => ({
  method: { say: (from, to) => `${subject} is made by the method ${sayAny(to)}, ${sayAny(from)} before` },
});

/** What of a metric says nothing of how its kind scores. */
const common = ['id', 'label', 'intent', 'weight', 'missing', 'staleAfter', 'measure', 'kind'];

function metricChanges(a: Measures, b: Measures, was: Metric, is: Metric, place: Place): ModelChange[] {
  const { subject, path } = place;
  const measure: FieldWords = {
    say: (from, to) =>
      `${subject} reads ${describeMeasure(b, String(to)).label}, ${describeMeasure(a, String(from)).label} before`,
  };
  if (was.kind !== is.kind) {
    const sentence = `${subject} is scored by ${is.kind}, by ${was.kind} before: ${explain(b, is)}`;
    const skip = ['kind', 'weight', ...rulesOf(was, is)];
    return [change(place, 'changed', 'scores', sentence), ...fieldChanges(was, is, place, 'scores', { measure }, skip)];
  }
  const told = rulesOf(was, is).filter((key) => {
    const field = Object.entries(is).find(([own]) => own === key);
    const { [key]: _, ...rest } = was as Record<string, unknown>;
    // Sound enough to be put in words: one field of a metric is replaced by the same field of another of its kind.
    const half = { ...rest, ...(field ? { [key]: field[1] } : {}) } as unknown as Metric;
    return explain(a, half) !== explain(a, was);
  });
  const fields = fieldChanges(was, is, place, 'scores', { measure }, ['kind', 'weight', ...told]);
  const changed = told.filter((key) => canonical(fieldOf(was, key)) !== canonical(fieldOf(is, key)));
  if (!changed.length) return fields;
  const at = changed.length === 1 ? `${path}.${changed[0]}` : path;
  return [change(place, 'changed', 'scores', scoringSentence(explain(a, was), explain(b, is), subject), at), ...fields];
}

const fieldOf = (metric: Metric, key: string): unknown => (metric as Readonly<Record<string, unknown>>)[key];

const rulesOf = (was: Metric, is: Metric): string[] =>
  [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((key) => !common.includes(key));

function explain(model: Measures, metric: Metric): string {
  const { unit } = describeMetric(model, metric);
  return kindOf(metric).explain(metric, (value) => sayValue(value, unit));
}

/** Of clauses such as "0 at 0%, 100 at 80%" only those that differ: "now scores 100 at 80%; before, 100 at 85%". */
function scoringSentence(before: string, after: string, subject: string): string {
  const [from, to] = [before.split(', '), after.split(', ')];
  const [gone, come] = [from.filter((one) => !to.includes(one)), to.filter((one) => !from.includes(one))];
  const isPart = gone.length > 0 && come.length > 0;
  const [old, current] = isPart ? [gone.join(', '), come.join(', ')] : [before, after];
  return `${subject} now scores ${current}; before, ${old}`;
}

/** Order is only how they are shown, so one sentence says all. */
function orderChange(from: Side, to: Side, path: string): ModelChange[] {
  const order = (side: Side, other: Side) =>
    [...side.all].flatMap(([key, { kind, parent }]) => {
      const there = other.all.get(key);
      const isKept = there && (there.parent && keyOf(there.parent)) === (parent && keyOf(parent));
      return isKept ? [`${parent ? keyOf(parent) : ''} ${kind} ${key}`] : [];
    });
  const [was, is] = [order(from, to), order(to, from)];
  const isSame = was.every((one, index) => one === is[index]);
  const place: Place = { path, kind: 'dimension', subject: '' };
  return isSame ? [] : [change(place, 'moved', 'words', 'Dimensions, groups or metrics are listed in another order')];
}
