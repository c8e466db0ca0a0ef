import type { TableContent } from '../../ui/data-table.ts';
import type { MeasureName, ScatterPoint, ScatterReading } from './read-scatter.ts';
import { type ScatterSpeech, sayFigure } from './say-scatter.ts';

/** Every account that is drawn, with both figures and its tier. */
export function scatterTable(
  { x, y, points }: ScatterReading,
  title: string,
  speech: ScatterSpeech,
): TableContent<ScatterPoint> {
  const { words } = speech;
  const figure = (measure: MeasureName, of: (point: ScatterPoint) => number) => ({
    name: words.measures[measure],
    text: (point: ScatterPoint) => sayFigure(of(point), measure, speech),
    value: of,
  });
  const tier = ({ tier }: ScatterPoint) => tier?.label ?? words.noScore;
  return {
    caption: words.table(title),
    columns: [
      { name: words.account, text: ({ label }) => label, value: ({ label }) => label },
      figure(x, (point) => point.x),
      figure(y, (point) => point.y),
      { name: words.tier, text: tier, value: tier },
    ],
    rows: points,
    file: title,
  };
}
