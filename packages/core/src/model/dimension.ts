import * as z from 'zod/mini';
import { type Methodical, methodFields } from '../methods/methods.ts';
import { type Metric, metric } from '../metrics/kinds.ts';
import { weight } from '../metrics/metric-kind.ts';
import { id, label, list, words } from '../schema/primitives.ts';

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

const fields = { id, label: z.optional(label), intent: z.optional(words), ...methodFields };

/** How deep groups may be nested in a dimension. Fixed, because a recursive schema can be made to overflow the stack. */
const depth = 3;

/** Metrics, and groups of them down to `level`. */
function entries(level: number): z.ZodMiniType<Entry[]> {
  const inner =
    level > 0 &&
    z.strictObject({ kind: z.literal('group'), ...fields, weight: z.optional(weight), metrics: entries(level - 1) });
  // Sound: a member is one of the registered metrics or the group above; the type says the same of every level.
  const member = inner ? z.discriminatedUnion('kind', [inner, metric]) : metric;
  return list(member, 200).check(z.minLength(1)) as unknown as z.ZodMiniType<Entry[]>;
}

/** Metrics that belong together. Weights are relative to the other dimensions'; they need not sum to 100. */
export const dimension = z.strictObject({ ...fields, weight, metrics: entries(depth) });

export type Dimension = z.infer<typeof dimension>;

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
