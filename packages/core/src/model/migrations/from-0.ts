import { given } from '../../errors.ts';
import { versionPattern } from '../../schema/primitives.ts';
import { within } from '../check-ids.ts';
import { isLoose, type Loose, type Migration, own } from './migration.ts';

/**
 * The first drafts, before documents said their format: a version that is a number, deadlines in words
 * (`"14d after signup"`), active users of no event in particular.
 */
export const from0: Migration = {
  from: 0,
  up(document, note) {
    return {
      ...document,
      ...versionOf(document, note),
      ...list(document, 'dimensions', 'dimensions', (one, path) => dimension(one, path, note)),
      ...list(document, 'stages', 'stages', (stage, path) => ({
        ...stage,
        ...list(stage, 'dimensions', `${path}.dimensions`, (one, at) => dimension(one, at, note)),
      })),
      ...measures(document, note),
    };
  },
};

type Note = Parameters<Migration['up']>[1];

function versionOf(document: Loose, note: Note): Loose {
  const version = own(document, 'version');
  if (typeof version !== 'number' || !versionPattern.test(String(version))) return {};
  const [major, minor = '0'] = String(version).split('.');
  const text = `${major}.${minor}.0`;
  note(`version is text in three parts: ${version} is now ${given(text)}.`);
  return { version: text };
}

/** A list of records, each mended; nothing where the field is no list. */
function list(record: Loose, key: string, path: string, mend: (one: Loose, path: string) => Loose): Loose {
  const items = own(record, key);
  // What is longer than any list of a model is left to be refused.
  if (!Array.isArray(items) || items.length > 1000) return {};
  return { [key]: items.map((one: unknown, index) => (isLoose(one) ? mend(one, `${path}[${index}]`) : one)) };
}

const dimension = (one: Loose, path: string, note: Note): Loose => ({
  ...one,
  ...list(one, 'metrics', `${path}.metrics`, (metric, at) => ({ ...metric, ...deadlineOf(metric, at, note) })),
});

const inWords = /^([1-9]\d{0,3}(?:h|d|w|mo|y)) after ([\w.-]{1,100})$/;

/** `"14d after signup"`: so long after the account began; after any other word, so long after the first such event. */
function deadlineOf(metric: Loose, path: string, note: Note): Loose {
  const words = own(metric, 'deadline');
  const [, deadline, start] = (typeof words === 'string' && inWords.exec(words)) || [];
  if (own(metric, 'kind') !== 'action' || !deadline || !start) return {};
  const after = start === 'signup' ? 'start' : { event: start };
  const said = start === 'signup' ? 'the account began' : `the first event ${given(start)}`;
  note(`${path}.deadline is a length of time, with its beginning in after: ${deadline} after ${said}.`);
  return { deadline, after };
}

/** The event that stands for being active where a measure names none. */
const active = 'use';
const ofEvents: readonly unknown[] = ['distinct', 'count', 'active-days'];

function measures(document: Loose, note: Note): Loose {
  const all = own(document, 'measures');
  if (!isLoose(all)) return {};
  const mended = Object.entries(all).map(([id, measure]) => {
    const isOfNone = isLoose(measure) && ofEvents.includes(own(measure, 'kind')) && !Object.hasOwn(measure, 'event');
    if (!isOfNone) return [id, measure];
    note(`${within('measures', id)} names the event it reads: ${given(active)}, where it named none.`);
    return [id, { ...measure, event: active }];
  });
  return { measures: Object.fromEntries(mended) };
}
