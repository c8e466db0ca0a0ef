import * as z from 'zod/mini';
import { fewFaults } from './few-faults.ts';
import { parseInstant } from './instant.ts';
import { fraction, id, instant, label, list, percent, scalar, version, words } from './primitives.ts';
import { soundFirst } from './sound-event.ts';
import { versionParts } from './version.ts';

const dated = z.strictObject({ value: z.nullable(scalar), at: z.optional(instant) }, 'an object {value, at}');

/**
 * Refuses a list in which two stand for one instant, to the millisecond: which of them holds would be for their order to
 * say. `place` tells what they must not share.
 */
const oneEach =
  <T extends { readonly at?: string | undefined }>(what: string, place: (item: T) => unknown = timeOf) =>
  ({ value, issues }: z.core.ParsePayload<readonly T[]>): void => {
    const seen = new Map<unknown, number>();
    for (const [index, item] of value.entries()) {
      const first = seen.get(place(item));
      if (first === undefined) seen.set(place(item), index);
      else
        issues.push({
          code: 'custom',
          params: { code: 'duplicate-instant' },
          input: value,
          path: [index],
          continue: true,
          message: `differ from [${first}] in at: ${what}`,
        });
    }
  };

const timeOf = ({ at }: { readonly at?: string | undefined }): number | null =>
  at === undefined ? null : parseInstant(at);

/**
 * A named value of an account, with the day it was observed when that is known, or all its values over time, one at an
 * instant and at most one undated. `null` is missing.
 */
const fact = z.union([
  scalar,
  z.null(),
  dated,
  list(dated, 5000).check(z.minLength(1), oneEach('a fact has one value at an instant, and at most one undated')),
]);

/** Something that happened. `until` closes things that last: tickets, invoices; null while they are open. */
export const event = soundFirst(
  z.strictObject({
    name: id,
    at: instant,
    until: z.optional(z.nullable(instant)),
    user: z.optional(id),
    /** How often it happened, when rows are already added up; 1 when absent. */
    count: z.optional(z.number().check(z.gt(0))),
    properties: z.optional(fewFaults(z.record(id, z.nullable(scalar)))),
  }),
);

/** The score as it was given on an earlier day. */
export const historyPoint = z.strictObject({
  at: instant,
  score: z.nullable(percent),
  /** What the model said by itself, where a person had set another score. */
  computed: z.optional(z.nullable(percent)),
  coverage: fraction,
  tier: z.nullable(id),
  version,
  /** Score of each dimension on that day. */
  dimensions: z.optional(z.record(id, z.nullable(percent))),
  /** Ids of the signals that fired on that day. */
  signals: z.optional(list(id, 200)),
});

/**
 * What a person has set in place of what was computed, until it expires. `score` and `tier` may both be given; a tier
 * alone leaves the score as it is.
 */
export const override = z
  .strictObject({
    score: z.optional(percent),
    tier: z.optional(id),
    reason: words.check(z.minLength(1)),
    author: label.check(z.minLength(1)),
    at: instant,
    expires: z.optional(instant),
  })
  .check(
    z.refine(({ score, tier }) => score !== undefined || tier !== undefined, {
      error: 'set a score, a tier or both',
      params: { code: 'nothing-set' },
    }),
    z.refine(({ at, expires }) => expires === undefined || parseInstant(at) < parseInstant(expires), {
      error: 'be later than at: an override that has expired before it begins is never in force',
      path: ['expires'],
      params: { code: 'expires-before-start' },
    }),
  );

const mostEvents = 1_000_000;

/** All that the core is told of one account. */
export const account = z.strictObject({
  id,
  name: z.optional(label),
  /** When it became a customer. */
  since: z.optional(instant),
  facts: z.optional(fewFaults(z.record(id, fact))),
  events: z.optional(fewFaults(list(event, mostEvents), mostEvents)),
  /**
   * Names of the events that are recorded for this account. Where given, any other event is
   * missing rather than "happened 0 times". Where absent, all are taken as recorded if there is a list of `events`,
   * and none if there is none.
   */
  tracked: z.optional(list(id, 1000)),
  /** At an instant, one point for each version of the model. */
  history: z.optional(
    list(historyPoint, 5000).check(
      oneEach(
        'a version of the model gives one score at an instant',
        (point) => `${timeOf(point)} ${versionParts(point.version)}`,
      ),
    ),
  ),
  /** The newest that has begun and has not expired is in force. */
  overrides: z.optional(list(override, 1000)),
});

export type Account = z.infer<typeof account>;
export type Fact = z.infer<typeof fact>;
export type AccountEvent = z.infer<typeof event>;
export type Override = z.infer<typeof override>;
export type HistoryPoint = z.infer<typeof historyPoint>;
