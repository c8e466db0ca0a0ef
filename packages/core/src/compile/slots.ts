import type { Metric } from '../metrics/kinds.ts';
import { type Entry, type Group, isGroup } from '../model/dimension.ts';
import { weightOf } from '../score/weight.ts';

/** The place of a metric in a group; the metric in each plan, null in plans that have none there. */
export interface MetricSlot {
  readonly kind: 'metric';
  readonly each: readonly (Metric | null)[];
}

/** The place of a group in the one around it, and all the members that it has in any plan. */
export interface GroupSlot {
  readonly kind: 'group';
  readonly each: readonly (Group | null)[];
  readonly members: ReadonlyMap<string, Slot>;
}

export type Slot = MetricSlot | GroupSlot;

/** Under what a member is found in its group: by its id, in whatever order plans list them. */
export const slotKey = (entry: Entry): string => `${isGroup(entry) ? 'group' : 'metric'} ${entry.id}`;

/** One tree of several: a group as each plan has it, null where a plan has none. */
export function slotsOf(each: readonly (Group | null)[]): GroupSlot {
  const members = new Map<string, (Entry | null)[]>();
  each.forEach((group, plan) => {
    for (const entry of group?.metrics ?? []) {
      const key = slotKey(entry);
      const entries = members.get(key) ?? each.map(() => null);
      entries[plan] = entry;
      members.set(key, entries);
    }
  });
  return { kind: 'group', each, members: new Map([...members].map(([key, entries]) => [key, slotOf(entries)])) };
}

function slotOf(entries: readonly (Entry | null)[]): Slot {
  const areGroups = entries.some((entry) => entry && isGroup(entry));
  // Sound: the key that they were found under tells groups from metrics.
  return areGroups
    ? slotsOf(entries as readonly (Group | null)[])
    : { kind: 'metric', each: entries as MetricSlot['each'] };
}

/** The weight of a member in each plan; 0 in plans that do not have it. */
export const weightsIn = ({ each }: Slot): number[] =>
  // Sound: all that the kinds of slots have in common is wanted of them.
  (each as readonly (Pick<Group, 'weight'> | null)[]).map((one) => (one ? weightOf(one) : 0));
