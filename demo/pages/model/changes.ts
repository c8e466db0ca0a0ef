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
  const cells = groups.flatMap(({ id, causes }) =>
    metrics.flatMap((metric) => {
      const points = causes.reduce((sum, cause) => sum + (metric.parts?.[cause] ?? 0), 0);
      return points === 0 ? [] : [{ id, metric, points }];
    }),
  );
  const tenths = apportioned(
    cells.map(({ points }) => points),
    to - from,
  );
  return {
    from,
    to,
    groups: groups.map(({ id, label }) => {
      const own = cells
        .map((cell, place) => ({ ...cell, tenths: tenths[place] ?? 0 }))
        .filter((cell) => cell.id === id && cell.tenths !== 0)
        .sort((a, b) => Math.abs(b.tenths) - Math.abs(a.tenths));
      const named = own.slice(0, own.length === most + 1 ? most + 1 : most);
      const rest = own.slice(named.length).reduce((sum, cell) => sum + cell.tenths, 0);
      return {
        id,
        label,
        points: own.reduce((sum, cell) => sum + cell.tenths, 0),
        lines: [
          ...named.map((cell) => ({ label: cell.metric.label, words: wordsOf(cell.metric), points: cell.tenths })),
          ...(own.length > named.length ? [{ label: 'Everything else', words: '', points: rest }] : []),
        ],
      };
    }),
  };
}

/** The sentence of a metric's change without its name and its points, which stand beside it. */
function wordsOf({ label, sentence }: MetricChange): string {
  const said = sentence.startsWith(label) ? sentence.slice(label.length).trim() : sentence;
  return said.replace(/: [+−][\d.,]+ points?\.$/, '').replace(/\.$/, '');
}
