import { apportion, type Comparison, type Contribution, type MetricChange, type Report } from '@hale/core';
import { counted, tenths } from '../host/written.ts';

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

/** Lines under one heading are cut where those left out come to less than this together, in tenths, and at `most` in any case. */
const slight = 10;
const most = 8;

/** The figures of the comparison of two reports; null where one of them has no score. */
export function changesOf({ metrics, parts }: Comparison, before: Report, after: Report): Changes | null {
  if (!parts || before.score === null || after.score === null) return null;
  const [from, to] = [Math.round(before.score * 10), Math.round(after.score * 10)];
  const rows: Rows = { before, after };
  const told = groups.map(({ id, label, causes }) => ({
    id,
    label,
    points: causes.reduce((sum, cause) => sum + parts[cause], 0),
    moved: metrics
      .map((metric) => ({ metric, points: causes.reduce((sum, cause) => sum + (metric.parts?.[cause] ?? 0), 0) }))
      .filter(({ points }) => points !== 0),
  }));
  const shares = apportion(
    told.map(({ points }) => points * 10),
    to - from,
  );
  return {
    from,
    to,
    groups: told.map(({ id, label, moved }, place) => {
      const total = shares[place] ?? 0;
      // Weights are of dimensions: what moved under them all by one is one line.
      const subjects = id === 'model' ? byDimension(moved, rows) : moved.map((one) => byMetric(id, one, rows));
      return { id, label, points: total, lines: linesOf(subjects, total) };
    }),
  };
}

interface Rows {
  readonly before: Report;
  readonly after: Report;
}

interface Moved {
  readonly metric: MetricChange;
  readonly points: number;
}

/** What moved, in words, by so many points. */
interface Subject {
  readonly label: string;
  readonly words: string;
  readonly points: number;
}

function byMetric(id: ChangeGroup['id'], { metric, points }: Moved, rows: Rows): Subject {
  const { label } = metric;
  const [was, is] = [rows.before, rows.after].map(({ contributions }) => rowOf(contributions, metric));
  const isOther = isSeen(was) !== isSeen(is);
  // Of what was seen before and after, only the weight is another: what was not seen handed it on.
  if (id === 'sight' && !isOther && was && is) return { label, points, words: carries(was, is) };
  return { label, points, words: wordsOf(metric) };
}

function byDimension(moved: readonly Moved[], rows: Rows): Subject[] {
  const dimensions = new Map<string | null, Moved[]>();
  for (const one of moved) {
    const { dimension } = one.metric;
    dimensions.set(dimension, [...(dimensions.get(dimension) ?? []), one]);
  }
  return [...dimensions].map(([id, own]) => {
    const [was, is] = [rows.before, rows.after].map((report) => report.dimensions.find((one) => one.id === id));
    const points = own.reduce((sum, one) => sum + one.points, 0);
    const label = is?.label ?? was?.label ?? own[0]?.metric.label ?? '';
    const words = was && is ? carries(was, is) : is ? 'is asked for now' : was ? 'is no longer asked for' : '';
    return { label, words, points };
  });
}

const rowOf = (contributions: readonly Contribution[], { id, role, dimension }: MetricChange) =>
  contributions.find((row) => row.id === id && row.role === role && row.dimension === dimension);

const isSeen = (row: Contribution | undefined) => row?.status === 'observed' || row?.status === 'not-applicable';

type Weighed = Pick<Contribution, 'effectiveWeight'>;

function carries(was: Weighed, is: Weighed): string {
  const [before, now] = [was, is].map(({ effectiveWeight }) => `${tenths(Math.round(effectiveWeight * 1000))}%`);
  return before === now ? 'is scored otherwise' : `carries ${now} of the score, ${before} before`;
}

/** What each did, in tenths that add up to what they did together. */
function linesOf(moved: readonly Subject[], total: number): ChangeGroup['lines'] {
  const shares = apportion(
    moved.map(({ points }) => points * 10),
    total,
  );
  const seen = moved
    .map((one, place) => ({ ...one, points: shares[place] ?? 0 }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const isSlight = (from: number) => seen.slice(from).reduce((sum, { points }) => sum + Math.abs(points), 0) < slight;
  let named = Math.min(3, seen.length);
  while (named < seen.length && named < most && !isSlight(named)) named++;
  // One left out would take the line that says so.
  if (named === seen.length - 1) named++;
  const rest = seen.slice(named);
  if (rest.length === 0) return seen;
  const points = rest.reduce((sum, one) => sum + one.points, 0);
  return [...seen.slice(0, named), { label: 'Everything else', words: counted(rest.length, 'line'), points }];
}

/** The sentence of a metric's change without its name and its points, which stand beside it, and without its weight, which is another cause. */
function wordsOf({ label, sentence }: MetricChange): string {
  const said = sentence.startsWith(label) ? sentence.slice(label.length).trim() : sentence;
  return said
    .replace(/: [+−][\d.,]+ points?\.$/, '')
    .replace(/\.$/, '')
    .replace(/; it carries .*$/, '');
}
