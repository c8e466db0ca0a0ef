import { labelFrom, sayNumber, sayValue, toSentence } from '../schema/say.ts';
import { within } from './check-ids.ts';
import { canonical } from './definition.ts';

/** What a change can do: move scores, tiers or groups; move signals, playbooks or activity; or only what people read. */
export const effects = ['scores', 'signals', 'words'] as const;
export type Effect = (typeof effects)[number];

/** One difference between two models, in words. */
export interface ModelChange {
  /** Where it is: in the newer document, or in the older one for what was removed. */
  readonly path: string;
  readonly code: 'added' | 'removed' | 'changed' | 'moved';
  /** What it is of. */
  readonly kind:
    | 'model'
    | 'version'
    | 'measure'
    | 'dimension'
    | 'group'
    | 'metric'
    | 'tier'
    | 'segment'
    | 'stage'
    | 'maturity'
    | 'signal'
    | 'playbook';
  readonly effect: Effect;
  readonly sentence: string;
}

/** What is being compared: where it is, what it is, and its name at the beginning of sentences. */
export interface Place {
  readonly path: string;
  readonly kind: ModelChange['kind'];
  readonly subject: string;
}

/** What a change of a field is, where it is not "Subject: field is 2, 1 before." with the effect of the place. */
export interface FieldWords {
  readonly effect?: Effect;
  readonly say?: (from: unknown, to: unknown) => string;
}

const wordFields: Readonly<Record<string, FieldWords>> = {
  label: { effect: 'words', say: (from, to) => `${sayAny(from)} is now called ${sayAny(to)}` },
  intent: { effect: 'words', say: () => '' },
};

/** The fields in which two records differ, each as a change. Fields in `skip` are left to others. */
export function fieldChanges(
  before: object,
  after: object,
  place: Place,
  effect: Effect,
  fields: Readonly<Record<string, FieldWords>> = {},
  skip: readonly string[] = [],
): ModelChange[] {
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...to.keys(), ...from.keys()])].sort().flatMap((key): ModelChange[] => {
    const [a, b] = [from.get(key), to.get(key)];
    if (skip.includes(key) || canonical(a) === canonical(b)) return [];
    const own = Object.hasOwn(fields, key) ? fields[key] : Object.hasOwn(wordFields, key) ? wordFields[key] : undefined;
    const isSaid = a !== undefined && b !== undefined && own?.say;
    const sentence = (isSaid && own.say?.(a, b)) || sayField(place.subject, key, a, b);
    const code = a === undefined ? 'added' : b === undefined ? 'removed' : 'changed';
    return [change(place, code, own?.effect ?? effect, sentence, place.path ? within(place.path, key) : key)];
  });
}

/** A change of a place, its sentence ended. */
export const change = (
  { path, kind }: Place,
  code: ModelChange['code'],
  effect: Effect,
  sentence: string,
  at = path,
): ModelChange => ({ path: at, code, kind, effect, sentence: toSentence(`${sentence}.`) });

function sayField(subject: string, key: string, from: unknown, to: unknown): string {
  const name = labelFrom(key).toLowerCase();
  if (isTexts(from) && isTexts(to)) return `${subject}: ${name} ${sayList(from, to)}`;
  const [a, b] = [sayAny(from), sayAny(to)];
  // Of what a segment changes, null takes out what the model says.
  if (to === null) return `${subject}: ${name} is taken out`;
  if (to === undefined) return `${subject}: ${name} is no longer set${a ? `, ${a} before` : ''}`;
  if (from === undefined) return `${subject}: ${name} is ${b || 'set'}, not set before`;
  return a && b ? `${subject}: ${name} is ${b}, ${a} before` : `${subject}: ${name} has changed`;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What a list of texts has won and lost: "gained “Agree a plan” and lost “Call”". */
function sayList(from: readonly string[], to: readonly string[]): string {
  const few = (texts: readonly string[]) =>
    [
      ...texts.slice(0, 3).map((text) => sayValue(text, 'number')),
      ...(texts.length > 3 ? [`${texts.length - 3} more`] : []),
    ].join(', ');
  const [come, gone] = [to.filter((one) => !from.includes(one)), from.filter((one) => !to.includes(one))];
  const told = [come.length ? `gained ${few(come)}` : '', gone.length ? `lost ${few(gone)}` : ''].filter(Boolean);
  return told.join(' and ') || (from.length === to.length ? 'are in another order' : 'have changed');
}

/** A value in a few words; empty for one that takes more. */
export function sayAny(value: unknown): string {
  if (typeof value === 'number') return sayNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isTexts(value)) return sayAny(value.join(', '));
  const text = typeof value === 'string' ? value : canonical(value);
  return text.length <= 80 ? text : '';
}

interface Named {
  readonly id: string;
  readonly label?: string | undefined;
}

/** The name of a thing for people. */
export const nameOf = ({ id, label }: Named): string => label ?? labelFrom(id);

/** How two lists of things with ids differ. */
export interface ListWords<T extends Named> {
  readonly path: string;
  readonly kind: ModelChange['kind'];
  /** Where one stands; by its place in the list where absent. */
  readonly at?: (one: T) => string;
  /** What coming or going, and being in another order, can do; null where there is no order. */
  readonly effect: Effect;
  readonly order: Effect | null;
  /** What is in the list, as the beginning of a sentence: "Segments". */
  readonly plural: string;
  /** What is said of one that has come: "is a new segment". */
  readonly arrived: (one: T) => string;
  readonly gone: string;
  readonly both: (before: T, after: T, place: Place) => ModelChange[];
}

/** What came, what went, what changed, and whether the order of what stayed is another. */
export function listChanges<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  words: ListWords<T>,
): ModelChange[] {
  const { path, kind, effect } = words;
  const [old, current] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const placeOf = (one: T, index: number): Place => ({
    path: words.at?.(one) ?? `${path}[${index}]`,
    kind,
    subject: nameOf(one),
  });
  const changes = after.flatMap((one, index) => {
    const was = old.get(one.id);
    const place = placeOf(one, index);
    return was ? words.both(was, one, place) : [change(place, 'added', effect, `${nameOf(one)} ${words.arrived(one)}`)];
  });
  const gone = before.flatMap((one, index) =>
    current.has(one.id) ? [] : [change(placeOf(one, index), 'removed', effect, `${nameOf(one)} ${words.gone}`)],
  );
  const [was, is] = [before.filter(({ id }) => current.has(id)), after.filter(({ id }) => old.has(id))];
  const list = (all: readonly T[]) => all.map(nameOf).join(', ');
  if (words.order === null || is.every(({ id }, index) => id === was[index]?.id)) return [...changes, ...gone];
  const moved = `${words.plural} stand in the order ${list(is)}; before, ${list(was)}`;
  return [...changes, ...gone, change({ path, kind, subject: '' }, 'moved', words.order, moved)];
}
