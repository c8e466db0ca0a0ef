import type { TableContent } from '../../ui/data-table.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import type { BreakdownReading, LineReading } from './read-breakdown.ts';
import { type BreakdownSpeech, sayLine } from './say-breakdown.ts';

type Row = LineReading & { readonly dimension: string | null };

/** Every line of a score as a table, with how each counts. */
export function breakdownTable(
  { groups }: BreakdownReading,
  { name, override }: ScoreReading,
  title: string,
  { words, formats }: BreakdownSpeech,
): TableContent<Row> {
  const text = (name: string, value: (line: Row) => string | null) => ({
    name,
    text: (line: Row) => value(line) ?? '',
    value,
  });
  const figure = (name: string, value: (line: Row) => number | null) => ({
    name,
    text: (line: Row) => {
      const given = value(line);
      return given === null ? '' : formats.number(given, 1);
    },
    value,
  });
  return {
    caption: words.caption,
    columns: [
      text(words.what, ({ label }) => label),
      text(words.part, ({ dimension }) => dimension),
      text(words.value, (line) => sayLine(line, { words, formats }, override?.reason)),
      figure(words.outOf100, ({ normalized }) => normalized),
      figure(words.weight, ({ weight }) => Math.round(weight * 1000) / 10),
      figure(words.points, ({ points }) => points && points / 10),
      figure(words.most, ({ of }) => of / 10),
      text(words.how, ({ sentence }) => sentence),
    ],
    rows: groups.flatMap(({ label, lines }) => lines.map((line) => ({ ...line, dimension: label }))),
    file: name ? `${name} ${title}` : title,
  };
}
