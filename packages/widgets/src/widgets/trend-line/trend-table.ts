import type { TableContent } from '../../ui/data-table.ts';
import { tierAt } from '../../ui/score-reading.ts';
import type { Foreseen } from './read-forecast.ts';
import type { TrendPoint } from './read-trend.ts';
import type { Known, TrendSpeech } from './say-trend.ts';

/** A point that was, or one that is foreseen and has no score. */
type TrendRow = TrendPoint & { readonly foreseen?: Foreseen };

/** Every point of a history as a table; the columns of model versions and of a forecast only where there are such. */
export function trendTable(
  { trend, reading }: Known,
  title: string,
  { words, formats }: TrendSpeech,
): TableContent<TrendRow> {
  const { name, tiers } = reading;
  const tier = ({ score }: TrendPoint) => (score === null ? null : tierAt(tiers, score).label);
  const columns = [
    {
      name: words.date,
      text: ({ at }: TrendPoint) => formats.day(at),
      value: ({ at }: TrendPoint) => new Date(at).toISOString(),
    },
    {
      name: words.score,
      text: ({ score, foreseen }: TrendRow) =>
        foreseen ? '' : score === null ? words.noData : formats.fixed(score, 1),
      value: ({ score }: TrendPoint) => score,
    },
    { name: words.tier, text: (point: TrendPoint) => tier(point) ?? '', value: tier },
    {
      name: words.version,
      text: ({ version }: TrendPoint) => version ?? '',
      value: ({ version }: TrendPoint) => version,
    },
  ];
  const ahead = trend.forecast?.points ?? [];
  const figures = (['score', 'low', 'high'] as const).map((field) => ({
    name: { score: words.likelyScore, low: words.low, high: words.high }[field],
    text: ({ foreseen }: TrendRow) => (foreseen ? formats.fixed(foreseen[field], 1) : ''),
    value: ({ foreseen }: TrendRow) => foreseen?.[field] ?? null,
  }));
  const rows: readonly TrendRow[] = [
    ...trend.points,
    ...ahead.map((foreseen) => ({ at: foreseen.at, score: null, version: null, foreseen })),
  ];
  return {
    caption: words.table(title),
    columns: [
      ...columns.filter(
        ({ name }) =>
          (name !== words.version || trend.versions.length > 0) && (name !== words.tier || tiers.length > 1),
      ),
      ...(ahead.length > 0 ? figures : []),
    ],
    rows,
    file: name ? `${name} ${title}` : title,
  };
}
