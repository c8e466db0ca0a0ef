import type { Comparison, MetricChange } from '@hale/core';
import { apportioned } from '../ledger/ledger-figures.ts';

type Cause = keyof NonNullable<Comparison['parts']>;

/** What moved, under one heading; in tenths of a point. */
export interface ChangeGroup {
  readonly id: 'customer' | 'sight' | 'model' | 'hand';
  readonly label: string;
  readonly points: number;
  readonly lines: readonly { readonly label: string; readonly words: string; readonly points: number }[];
}

/** A change as figures that add up at every level: from what was, by what each cause did, to what is. In tenths. */
export interface Changes {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly ChangeGroup[];
}

const groups: readonly (Pick<ChangeGroup, 'id' | 'label'> & { readonly causes: readonly Cause[] })[] = [
  { id: 'customer', label: 'The customer', causes: ['data'] },
  { id: 'sight', label: 'What we can see', causes: ['coverage'] },
  { id: 'model', label: 'How we score', causes: ['group', 'model'] },
  { id: 'hand', label: 'Set by hand', causes: ['override'] },
];

/** Lines under one heading; the rest is summed up. */
const most = 4;

/** The figures of a comparison; null where one of the two reports has no score. */
export function changesOf({ before, after, metrics, parts }: Comparison): Changes | null {
  if (!parts || before.score === null || after.score === null) return null;
  const [from, to] = [Math.round(before.score * 10), Math.round(after.score * 10)];
  const told = groups.map(({ id, label, causes }) => ({
    id,
    label,
    points: causes.reduce((sum, cause) => sum + parts[cause], 0),
    metrics: metrics.map((metric) => ({
      metric,
      points: causes.reduce((sum, cause) => sum + (metric.parts?.[cause] ?? 0), 0),
    })),
  }));
  const tenths = apportioned(
    told.map(({ points }) => points),
    to - from,
  );
  return {
    from,
    to,
    groups: told.map((group, place) => ({ ...group, ...linesOf(group.metrics, tenths[place] ?? 0) })),
  };
}

/** What each metric did, in tenths that add up to what they did together. */
function linesOf(
  metrics: readonly { readonly metric: MetricChange; readonly points: number }[],
  total: number,
): Pick<ChangeGroup, 'points' | 'lines'> {
  const moved = metrics.filter(({ points }) => points !== 0);
  const tenths = apportioned(
    moved.map(({ points }) => points),
    total,
  );
  const seen = moved
    .map(({ metric }, place) => ({ label: metric.label, words: wordsOf(metric), points: tenths[place] ?? 0 }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const named = seen.slice(0, seen.length === most + 1 ? most + 1 : most);
  const rest = total - named.reduce((sum, { points }) => sum + points, 0);
  const isAll = rest === 0 && seen.length === named.length;
  return { points: total, lines: isAll ? named : [...named, { label: 'Everything else', words: '', points: rest }] };
}

/** The sentence of a metric's change without its name and its points, which stand beside it. */
function wordsOf({ label, sentence }: MetricChange): string {
  const said = sentence.startsWith(label) ? sentence.slice(label.length).trim() : sentence;
  return said.replace(/: [+−][\d.,]+ points?\.$/, '').replace(/\.$/, '');
}
