import type { Formats } from '../../ui/formats.ts';
import type { DrawnPoint } from './layout-scatter.ts';
import { type MeasureName, type ScatterReading, unitOf } from './read-scatter.ts';
import type { scatterMessages } from './scatter.messages.ts';

/** The widget's words in some language, with that language's numbers and dates. */
export interface ScatterSpeech {
  readonly words: (typeof scatterMessages)['english'];
  readonly formats: Formats;
}

/** Less than this, in ranks, is hardly moving together. */
const hardly = 0.2;

/** "They rise together (rank correlation 0.67, n 48)". */
export function sayScatter(
  { correlation, points, unplaced }: ScatterReading,
  { words, formats }: ScatterSpeech,
): string {
  const count = formats.number(points.length);
  if (points.length === 0) return unplaced === 0 ? words.none : words.unmeasured;
  if (correlation === null) return words.fewTold(words.few, count);
  const said = Math.abs(correlation) < hardly ? words.apart : correlation > 0 ? words.rising : words.falling;
  return words.told(said, sayCorrelation(correlation, formats), count);
}

/** Two decimals, whatever they are. */
export const sayCorrelation = (correlation: number, formats: Formats): string =>
  formats.fixed(correlation, 2).replace('-', '−');

/** What is shown: "Health and seats in use, 48 accounts". */
export const sayTitle = ({ x, y, points }: ScatterReading, { words, formats }: ScatterSpeech): string =>
  words.title(words.measures[y], words.measures[x], formats.number(points.length));

/** A figure as its measure is written: "68%", "62", "12,400". */
export function sayFigure(value: number, measure: MeasureName, { formats }: ScatterSpeech): string {
  return unitOf(measure) === 'share' ? formats.share(value) : formats.number(value, Math.abs(value) < 1 ? 2 : 0);
}

/** An account, or those gathered at a place: "Averlund Freight: seats in use 68%, health 62". */
export function sayPoint({ points }: DrawnPoint, { x, y }: ScatterReading, speech: ScatterSpeech): string {
  const { words, formats } = speech;
  const [first] = points;
  if (!first) return '';
  const middle = (side: 'x' | 'y') => points.reduce((sum, point) => sum + point[side], 0) / points.length;
  const name = points.length === 1 ? first.label : words.cluster(formats.number(points.length));
  const said = (measure: MeasureName, value: number) =>
    words.figure(words.measures[measure], sayFigure(value, measure, speech));
  return words.reading(name, said(x, middle('x')), said(y, middle('y')));
}

/** All that is drawn, for those who do not see it. */
export function describeScatter({ points, x, y }: ScatterReading, speech: ScatterSpeech): string {
  const { words, formats } = speech;
  const [least, most] = [points[0], points.at(-1)];
  if (!least || !most) return '';
  const ys = points.map((point) => point.y).sort((a, b) => a - b);
  const figure = (value: number | undefined, measure: MeasureName) => sayFigure(value ?? 0, measure, speech);
  const across = words.summary(formats.number(points.length), words.measures[x], figure(least.x, x), figure(most.x, x));
  return `${across} ${words.range(words.measures[y], figure(ys[0], y), figure(ys.at(-1), y))}`;
}
