import type { Gauge, TrendLine } from '@hale/widgets';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/trend-line.js';
import { type Contender, type Datum, last, moments } from './contender.ts';

const asOf = '2026-11-14T09:00:00Z';

interface Given {
  readonly label: string;
  readonly score: number;
  readonly change: number;
}

export const haleGauge: Contender<Gauge, Given> = {
  name: '<hale-gauge>',
  given(datum) {
    const score = last(datum);
    return { label: datum.label, score, change: Math.round((score - (datum.scores.at(-5) ?? score)) * 10) / 10 };
  },
  mount(box, given) {
    const gauge = document.createElement('hale-gauge');
    Object.assign(gauge, given, { coverage: 0.92, asOf });
    box.append(gauge);
    return gauge;
  },
  update: (gauge, given) => void Object.assign(gauge, given),
};

interface GivenTrend {
  readonly label: string;
  readonly points: readonly { readonly at: string; readonly score: number }[];
}

const written = (scores: readonly number[]) => moments(scores.length).map((ms) => new Date(ms).toISOString());

export const haleTrend: Contender<TrendLine, GivenTrend> = {
  name: '<hale-trend-line>',
  given({ label, scores }: Datum) {
    const at = written(scores);
    return { label, points: scores.map((score, index) => ({ at: at[index] ?? asOf, score })) };
  },
  mount(box, given) {
    const line = document.createElement('hale-trend-line');
    Object.assign(line, given);
    box.append(line);
    return line;
  },
  update: (line, given) => void Object.assign(line, given),
};
