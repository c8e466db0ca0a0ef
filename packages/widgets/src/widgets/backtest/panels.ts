import type { TableContent } from '../../ui/data-table.ts';
import type { BandReading, CurvePoint, LiftReading, PredictorReading } from './backtest-reading.ts';
import { bandTable, curveTable, liftTable } from './backtest-tables.ts';
import { bandsPlot, curvePlot, liftPlot, type Plot, type PlotRoom, shownLifts } from './plots.ts';
import { type Speech, sayBand, sayBands, sayBar, sayCurve, sayLift, sayPoint } from './say-backtest.ts';

/** What a plot shows and says. */
export interface PanelContent<Row> {
  readonly title: string;
  readonly said: string;
  /** Null where there is nothing to draw. */
  readonly plot: Plot | null;
  readonly say: (column: number) => string;
  readonly table: () => TableContent<Row>;
}

/** The ROC curve: whom it finds. */
export function curvePanel(subject: PredictorReading, room: PlotRoom, speech: Speech): PanelContent<CurvePoint> {
  const { curve } = subject;
  const title = speech.words.curve;
  return {
    title,
    said: sayCurve(subject, speech),
    plot: curve.length ? curvePlot(subject, room, speech) : null,
    say: (column) => sayPoint(curve[column], speech),
    table: () => curveTable(title, subject, speech),
  };
}

/** Reliability: whether its probabilities hold. */
export function bandsPanel(subject: PredictorReading, room: PlotRoom, speech: Speech): PanelContent<BandReading> {
  const { bands } = subject;
  const title = speech.words.bands;
  return {
    title,
    said: sayBands(subject, speech),
    plot: bands.length ? bandsPlot(bands, room, speech) : null,
    say: (column) => sayBand(bands[column], speech),
    table: () => bandTable(title, subject, speech),
  };
}

/** Lift: whom to call first. */
export function liftPanel(subject: PredictorReading, room: PlotRoom, speech: Speech): PanelContent<LiftReading> {
  const bars = shownLifts(subject.lifts, room.width);
  const title = speech.words.lift;
  return {
    title,
    said: sayLift(subject, speech),
    plot: bars.length ? liftPlot(bars, room, speech) : null,
    say: (column) => sayBar(bars[column], speech),
    table: () => liftTable(title, subject, speech),
  };
}
