import type { Report } from '../schema/report.ts';
import { toSentence } from '../schema/say.ts';
import {
  type Comparison,
  type GroupChange,
  groupingNames,
  type OverrideChange,
  type Replaced,
  type SignalChange,
} from './comparison.ts';

/** The tier left and the tier reached; null where it is the same one. */
export function tierChange(before: Report, after: Report): Comparison['tier'] {
  const named = ({ tier, tiers }: Report) => {
    const found = tiers.find(({ id }) => id === tier);
    return tier === null ? null : { id: tier, label: found?.label ?? tier };
  };
  return before.tier === after.tier ? null : { from: named(before), to: named(after) };
}

const nouns: Record<GroupChange['grouping'], string> = { segment: 'Segment', stage: 'Stage', maturity: 'Maturity' };

/** The segments, stages and levels of maturity left and joined. */
export function groupChanges(before: Report, after: Report): GroupChange[] {
  const named = (report: Report, grouping: GroupChange['grouping']): Replaced['to'] => {
    const group = report[grouping];
    return group ? { id: group.id, label: group.label } : null;
  };
  return groupingNames.flatMap((grouping) => {
    const [from, to] = [named(before, grouping), named(after, grouping)];
    if (from?.id === to?.id) return [];
    const because = after[grouping]?.because.map(({ sentence }) => ` ${sentence}`).join('') ?? '';
    const sentence = `${nouns[grouping]}: ${to?.label ?? 'none'}, ${from?.label ?? 'none'} before.${because}`;
    return [{ grouping, from, to, sentence: toSentence(sentence) }];
  });
}

/** The signals that fire in one report only, those that began first. */
export function signalChanges(before: Report, after: Report): SignalChange[] {
  const only = (here: Report, there: Report, now: SignalChange['now']) =>
    here.signals
      .filter(({ id }) => !there.signals.some((other) => other.id === id))
      .map(({ id, label, effect }) => ({ id, label, effect, now }));
  return [...only(after, before, 'fired'), ...only(before, after, 'ended')];
}

/** What became of what was set by hand; null where nothing did. */
export function overrideChange(before: Report, after: Report): OverrideChange | null {
  const [from, to] = [before.override ?? null, after.override ?? null];
  const key = (override: typeof from) =>
    override && [override.score, override.tier, override.reason, override.author, override.at].join('\n');
  if (key(from) === key(to)) return null;
  const isOver = from?.expires && Date.parse(from.expires) <= Date.parse(after.asOf);
  const now = to ? (from ? 'changed' : 'set') : isOver ? 'expired' : 'lifted';
  return { now, before: from, after: to };
}
