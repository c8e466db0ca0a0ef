import * as z from 'zod/mini';
import { best, worst } from './extreme.ts';
import type { Method } from './method.ts';
import { points } from './points.ts';
import { veto } from './veto.ts';
import { weighted } from './weighted.ts';

/** The registry: every way to make one figure of a group, one line each. */
const methods = [weighted, points, worst, best, veto] as const;

/** The names of all methods. */
export const methodNames = methods.map(({ method }) => method);

/** Fields of a group that choose its method and tell it what it may be told. */
export const methodFields = {
  /** How its members become one figure; `weighted` when absent. */
  method: z.optional(z.enum(methodNames)),
  // Sound: each method's settings are the fields it is typed by, and none shares a name with another's.
  ...(Object.assign({}, ...methods.map(({ settings }) => settings)) as All<(typeof methods)[number]['settings']>),
};

type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** A group as far as its method goes. */
export interface Methodical {
  readonly method?: string | undefined;
}

const byName = new Map<string, unknown>(methods.map((one) => [one.method, one]));

/** The method of a parsed group. */
export const methodOf = (group: Methodical): Method<Methodical> =>
  // Sound because a group's schema holds the settings of every method.
  byName.get(group.method ?? 'weighted') as Method<Methodical>;

/** The settings a group gives that its method does not know. */
export const strangeSettings = (group: Methodical): string[] =>
  methods
    .flatMap(({ settings }) => Object.keys(settings))
    .filter((key) => Object.hasOwn(group, key) && !Object.hasOwn(methodOf(group).settings, key));
