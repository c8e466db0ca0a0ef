import type { TableContent } from '../../ui/data-table.ts';
import { tierAt } from '../../ui/score-reading.ts';
import type { TrendPoint } from './read-trend.ts';
import type { Known, TrendSpeech } from './say-trend.ts';

/** Every point of a history as a table; the column of model versions only where they change. */
export function trendTable(
  { trend, reading }: Known,
  title: string,
  { words, formats }: TrendSpeech,
): TableContent<TrendPoint> {
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
      text: ({ score }: TrendPoint) => (score === null ? words.noData : formats.fixed(score, 1)),
      value: ({ score }: TrendPoint) => score,
    },
    { name: words.tier, text: (point: TrendPoint) => tier(point) ?? '', value: tier },
    {
      name: words.version,
      text: ({ version }: TrendPoint) => version ?? '',
      value: ({ version }: TrendPoint) => version,
    },
  ];
  return {
    caption: words.table(title),
    columns: columns.filter(
      ({ name }) => (name !== words.version || trend.versions.length > 0) && (name !== words.tier || tiers.length > 1),
    ),
    rows: trend.points,
    file: name ? `${name} ${title}` : title,
  };
}
