import { type Point, round } from '../../draw/path.ts';
import type { Foreseen } from './read-forecast.ts';
import type { TrendReading } from './read-trend.ts';

/** A forecast as drawn: a dashed line from the last score on, within a band between two edges. */
export interface ForecastLayout {
  readonly line: string;
  readonly edges: readonly string[];
  /** The area between the edges, closed. */
  readonly band: string;
  /** The score it ends at, set beside its end. */
  readonly end: Point & { readonly text: string; readonly anchor: 'start' };
}

/** A point of a forecast that is drawn. */
export interface ForeseenPoint extends Point {
  readonly score: number;
  readonly foreseen: Foreseen;
}

/** What of a forecast is drawn: no more than half as long as what was observed, so that the past is not pressed together. */
export function drawnAhead({ forecast, last }: TrendReading, span: number): readonly Foreseen[] {
  return forecast?.points.filter(({ at }) => at <= last.at + span / 2) ?? [];
}

/** Draws a forecast from the last score on; null where there is none. */
export function layoutForecast(
  now: Point,
  ahead: readonly ForeseenPoint[],
  y: (score: number) => number,
  number: (score: number) => string,
): ForecastLayout | null {
  const last = ahead[ahead.length - 1];
  if (!last) return null;
  const through = (points: readonly Point[]) => points.map((p) => `${round(p.x)} ${round(p.y)}`).join('L');
  const high = [now, ...ahead.map(({ x, foreseen }) => ({ x, y: y(foreseen.high) }))];
  const low = [now, ...ahead.map(({ x, foreseen }) => ({ x, y: y(foreseen.low) }))];
  return {
    line: `M${through([now, ...ahead])}`,
    edges: [`M${through(high)}`, `M${through(low)}`],
    band: `M${through(high)}L${through(low.reverse())}Z`,
    end: { x: last.x + 8, y: last.y + 4, text: number(Math.round(last.score)), anchor: 'start' },
  };
}
