import { best, worst } from './extreme.ts';
import type { Method } from './method.ts';
import { points } from './points.ts';
import { veto } from './veto.ts';
import { weighted } from './weighted.ts';

/** The registry: every way to make one figure of a group, one line each. */
const methods = [weighted, points, worst, best, veto] as const;

/** The names of all methods. */
export const methodNames = methods.map(({ method }) => method);

/** A group as far as its method goes. */
export interface Methodical {
  readonly method?: string | undefined;
}

const byName = new Map<string, unknown>(methods.map((one) => [one.method, one]));

/** The method of a parsed group. */
export const methodOf = (group: Methodical): Method<Methodical> =>
  // Sound because a group's schema holds the settings of every method.
  byName.get(group.method ?? 'weighted') as Method<Methodical>;
