import type { BacktestPredictor } from '@hale/core/validation';
import type { TemplateResult } from 'lit/html.js';
import { type Column, plainTable } from '../../../ui/data-table.ts';
import { items, type Loose, number, text } from '../../../ui/loose.ts';
import type { Calls, HorizonReading } from '../backtest-reading.ts';
import type { GivenBacktest } from '../read-backtest.ts';
import type { PageSpeech } from './page-speech.ts';

type Predictor = Loose<BacktestPredictor>;

/** A figure by its name in words, and how it is read of one way to tell and written. */
interface Figure {
  readonly name: string;
  readonly of: (predictor: Predictor) => string;
}

function figuresIn({ page, words, formats }: PageSpeech): Figure[] {
  const written = (value: unknown, write: (value: number) => string) => {
    const known = number(value);
    return known === null ? '–' : write(known);
  };
  const count = (value: unknown) => written(value, (known) => formats.number(known));
  const figure = (value: unknown) => written(value, (known) => formats.fixed(known, 3));
  const signed = (value: unknown) => written(value, (known) => formats.signed(known, 3));
  const share = (value: unknown) => written(value, (known) => formats.share(known));
  return [
    { name: page.rows, of: ({ rows }) => count(rows) },
    { name: page.happened, of: ({ happened }) => count(happened) },
    { name: words.area, of: ({ auc }) => figure(auc?.value) },
    {
      name: words.between,
      of: ({ auc, aucByAccount }) => {
        const { low, high } = aucByAccount ?? auc ?? {};
        return number(low) === null ? '–' : words.range(figure(low), figure(high));
      },
    },
    { name: page.averagePrecision, of: (one) => figure(one.averagePrecision) },
    { name: page.brier, of: ({ brier }) => figure(brier) },
    { name: page.brierSkill, of: ({ brierSkill }) => signed(brierSkill) },
    { name: page.logLoss, of: ({ logLoss }) => figure(logLoss) },
    { name: page.calibrationError, of: (one) => figure(one.calibrationError) },
    { name: page.separation, of: ({ separation }) => figure(separation) },
    { name: page.falsePositiveRate, of: ({ warned }) => share(warned?.falsePositiveRate) },
    { name: page.falseNegativeRate, of: ({ warned }) => share(warned?.falseNegativeRate) },
    { name: page.precision, of: ({ warned }) => share(warned?.precision) },
    { name: page.matthewsCorrelation, of: ({ warned }) => signed(warned?.matthewsCorrelation) },
  ];
}

/** All figures of the ways to tell at one distance, beside each other. */
export function figureTable(
  given: GivenBacktest,
  { days, predictors }: HorizonReading,
  speech: PageSpeech,
): TemplateResult {
  const horizon = items(given.horizons, 20).find((one) => one.days === days);
  const found = items(horizon?.predictors, 10);
  const columns: Column<Figure>[] = [
    { name: speech.page.figure, text: ({ name }) => name, value: ({ name }) => name },
    ...predictors.map(({ id, label }): Column<Figure> => {
      const own = found.find((one) => text(one.id, 80) === id);
      return { name: label, text: ({ of }) => (own ? of(own) : '–'), value: () => null };
    }),
  ];
  return plainTable({ caption: speech.page.figures, columns, rows: figuresIn(speech) });
}

/** Warnings against what came: the four counts, and their sums. */
export function confusionTable({ hits, alarms, missed, quiet }: Calls, speech: PageSpeech): TemplateResult {
  const { page, formats, did, not } = speech;
  const rows = [
    { name: page.called, came: hits, rest: alarms },
    { name: page.rest, came: missed, rest: quiet },
    { name: page.all, came: hits + missed, rest: alarms + quiet },
  ];
  type Row = (typeof rows)[number];
  const counted = (name: string, of: (row: Row) => number): Column<Row> => ({
    name,
    text: (row) => formats.number(of(row)),
    value: of,
  });
  return plainTable({
    caption: page.came,
    rows,
    columns: [
      { name: page.came, text: ({ name }) => name, value: ({ name }) => name },
      counted(did, ({ came }) => came),
      counted(not, ({ rest }) => rest),
      counted(page.all, ({ came, rest }) => came + rest),
    ],
  });
}
