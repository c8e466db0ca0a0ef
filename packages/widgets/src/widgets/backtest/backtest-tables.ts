import type { Column, TableContent } from '../../ui/data-table.ts';
import type { BandReading, CurvePoint, LiftReading, PredictorReading } from './backtest-reading.ts';
import type { Speech } from './say-backtest.ts';

function table<Row>(
  title: string,
  { words }: Speech,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): TableContent<Row> {
  return { caption: words.table(title), columns, rows, file: title };
}

/** The curve, point by point. */
export function curveTable(title: string, { curve }: PredictorReading, speech: Speech): TableContent<CurvePoint> {
  const { words, formats } = speech;
  return table(title, speech, curve, [
    { name: words.alarms, text: (row) => formats.share(row.alarms), value: (row) => row.alarms },
    { name: words.caught, text: (row) => formats.share(row.caught), value: (row) => row.caught },
  ]);
}

/** What was said and what came, band by band. */
export function bandTable(title: string, { bands }: PredictorReading, speech: Speech): TableContent<BandReading> {
  const { words, formats } = speech;
  return table(title, speech, bands, [
    { name: words.band, text: (row) => formats.share(row.predicted), value: (row) => row.predicted },
    { name: words.rows, text: (row) => formats.number(row.rows), value: (row) => row.rows },
    { name: words.happened, text: (row) => formats.number(row.happened), value: (row) => row.happened },
    { name: words.came, text: (row) => formats.share(row.observed), value: (row) => row.observed },
    {
      name: words.between,
      text: (row) => words.range(formats.share(row.low), formats.share(row.high)),
      value: (row) => row.low,
    },
  ]);
}

/** What calling the riskiest gives, share by share. */
export function liftTable(title: string, { lifts }: PredictorReading, speech: Speech): TableContent<LiftReading> {
  const { words, formats } = speech;
  return table(title, speech, lifts, [
    { name: words.riskiest, text: (row) => formats.share(row.share), value: (row) => row.share },
    { name: words.times, text: (row) => formats.fixed(row.lift, 2), value: (row) => row.lift },
    {
      name: words.captured,
      text: (row) => (row.captured === null ? '–' : formats.share(row.captured)),
      value: (row) => row.captured,
    },
  ]);
}
