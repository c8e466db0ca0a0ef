import type { TableContent } from '../../ui/data-table.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import type { BreakdownReading, LineReading } from './read-breakdown.ts';
import { type BreakdownSpeech, sayLine, sayMost, sayPoints } from './say-breakdown.ts';

type Row = LineReading & { readonly dimension: string | null };

/** Every line of a score as a table, with how each counts. */
export function breakdownTable(
  { groups, untold }: BreakdownReading,
  { name, override }: ScoreReading,
  title: string,
  speech: BreakdownSpeech,
): TableContent<Row> {
  const { words, formats } = speech;
  const lines = groups.flatMap(({ label, lines }) => lines.map((line): Row => ({ ...line, dimension: label })));
  const [first] = lines;
  // Of the shape of any line, so that the columns still add up.
  const rest = untold !== 0 && first ? [{ ...first, ...blank, label: words.untold, points: untold }] : [];
  const value = (line: Row) => sayLine(line, speech, override?.reason);
  const tenths = (figure: number | null) => (figure === null ? null : figure / 10);
  const figure = (name: string, of: (line: Row) => number | null, text: (value: number) => string) => ({
    name,
    text: (line: Row) => {
      const given = of(line);
      return given === null ? '' : text(given);
    },
    value: of,
  });
  return {
    caption: words.caption,
    columns: [
      { name: words.what, text: ({ label }) => label, value: ({ label }) => label },
      { name: words.part, text: ({ dimension }) => dimension ?? '', value: ({ dimension }) => dimension },
      { name: words.value, text: value, value },
      figure(
        words.outOf100,
        (line) => line.normalized,
        (one) => formats.number(one, 1),
      ),
      figure(
        words.weight,
        (line) => Math.round(line.weight * 1000) / 10,
        (one) => formats.number(one, 1),
      ),
      figure(
        words.points,
        (line) => tenths(line.points),
        (one) => sayPoints(Math.round(one * 10), speech),
      ),
      figure(
        words.most,
        (line) => line.of / 10,
        (one) => sayMost(Math.round(one * 10), speech),
      ),
      { name: words.how, text: ({ sentence }) => sentence ?? '', value: ({ sentence }) => sentence },
    ],
    rows: [...lines, ...rest],
    file: name ? `${name} ${title}` : title,
  };
}

const blank = {
  role: 'rest',
  status: 'observed',
  value: null,
  said: null,
  parts: null,
  normalized: null,
  weight: 0,
  of: 0,
  isJudgement: false,
  sentence: null,
  dimension: null,
} as const;
