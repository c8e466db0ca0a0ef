import type { Gauge, TrendLine } from '@hale/widgets';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/trend-line.js';
import { type Contender, type Datum, last, moments } from './contender.ts';

const asOf = '2026-11-14T09:00:00Z';

const tell = (gauge: Gauge, datum: Datum) => {
  const score = last(datum);
  gauge.score = score;
  gauge.change = Math.round((score - (datum.scores.at(-5) ?? score)) * 10) / 10;
};

export const haleGauge: Contender<Gauge> = {
  name: '<hale-gauge>',
  mount(box, datum) {
    const gauge = document.createElement('hale-gauge');
    gauge.label = datum.label;
    gauge.coverage = 0.92;
    gauge.asOf = asOf;
    tell(gauge, datum);
    box.append(gauge);
    return gauge;
  },
  update: tell,
};

const points = ({ scores }: Datum) => {
  const at = moments(scores.length).map((ms) => new Date(ms).toISOString());
  return scores.map((score, index) => ({ at: at[index] ?? asOf, score }));
};

export const haleTrend: Contender<TrendLine> = {
  name: '<hale-trend-line>',
  mount(box, datum) {
    const line = document.createElement('hale-trend-line');
    line.label = datum.label;
    line.points = points(datum);
    box.append(line);
    return line;
  },
  update(line, datum) {
    line.points = points(datum);
  },
};
