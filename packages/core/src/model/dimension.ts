import type { Methodical } from '../methods/methods.ts';
import type { Metric } from '../metrics/kinds.ts';

/** What a dimension and a group inside it have in common: members, and a way to make one figure of them. */
export interface Group extends Methodical {
  id: string;
  label?: string | undefined;
  weight?: number | undefined;
  intent?: string | undefined;
  metrics: Entry[];
}

/** A group within a dimension. */
export interface InnerGroup extends Group {
  kind: 'group';
}

/** A member of a group. */
export type Entry = Metric | InnerGroup;

/** Metrics that belong together, with their weight among the dimensions. */
export interface Dimension extends Group {
  weight: number;
}

/** Whether a member is a group. */
export const isGroup = (entry: Entry): entry is InnerGroup => entry.kind === 'group';

/** Everything in a group, however deep, with its path. */
export function membersOf(group: Group, path: string): { entry: Entry; path: string }[] {
  return group.metrics.flatMap((entry, index) => {
    const at = `${path}.metrics[${index}]`;
    return [{ entry, path: at }, ...(isGroup(entry) ? membersOf(entry, at) : [])];
  });
}

/** Every metric of some dimensions, in order. */
export const metricsOf = (dimensions: readonly Group[]): Metric[] =>
  dimensions.flatMap((dimension) => membersOf(dimension, '').flatMap(({ entry }) => (isGroup(entry) ? [] : [entry])));
