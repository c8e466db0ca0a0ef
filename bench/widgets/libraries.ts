// Each as its own documents set it up where many are on a page: animation off, tree-shaken where they say how.
import ApexCharts from 'apexcharts';
import {
  ArcElement,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { GaugeChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { JustGage } from 'justgage';
import UPlot from 'uplot';
import { type Contender, type Datum, last, moments, sizes } from './contender.ts';

Chart.register(ArcElement, DoughnutController, LinearScale, LineController, LineElement, PointElement);
use([GaugeChart, LineChart, GridComponent, CanvasRenderer]);

const canvasIn = (box: HTMLElement): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  box.append(canvas);
  return canvas;
};

const pairs = ({ scores }: Datum) => {
  const at = moments(scores.length);
  return scores.map((score, index): [number, number] => [at[index] ?? 0, score]);
};

const slices = (datum: Datum) => [last(datum), 100 - last(datum)];
const pointsOf = (datum: Datum) => pairs(datum).map(([x, y]) => ({ x, y }));

const chartGauge: Contender<Chart<'doughnut'>> = {
  name: 'Chart.js',
  mount: (box, datum) =>
    new Chart(canvasIn(box), {
      type: 'doughnut',
      data: { datasets: [{ data: slices(datum), backgroundColor: ['#ba8109', '#dcdfe3'] }] },
      options: { animation: false, rotation: 240, circumference: 240, cutout: '88%', maintainAspectRatio: false },
    }),
  update(chart, datum) {
    const [set] = chart.data.datasets;
    if (set) set.data = slices(datum);
    chart.update('none');
  },
  destroy: (chart) => chart.destroy(),
};

const chartTrend: Contender<Chart<'line', { x: number; y: number }[]>> = {
  name: 'Chart.js',
  mount: (box, datum) =>
    new Chart(canvasIn(box), {
      type: 'line',
      data: { datasets: [{ data: pointsOf(datum), pointRadius: 0, borderColor: '#191c22' }] },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        scales: { x: { type: 'linear' }, y: { min: 0, max: 100 } },
      },
    }),
  update(chart, datum) {
    const [set] = chart.data.datasets;
    if (set) set.data = pointsOf(datum);
    chart.update('none');
  },
  destroy: (chart) => chart.destroy(),
};

type EChart = ReturnType<typeof init>;

const echartsGauge: Contender<EChart> = {
  name: 'ECharts',
  mount(box, datum) {
    const chart = init(box);
    chart.setOption({
      animation: false,
      series: [{ type: 'gauge', progress: { show: true }, data: [{ value: last(datum), name: datum.label }] }],
    });
    return chart;
  },
  update: (chart, datum) => chart.setOption({ series: [{ data: [{ value: last(datum), name: datum.label }] }] }),
  destroy: (chart) => chart.dispose(),
};

const echartsTrend: Contender<EChart> = {
  name: 'ECharts',
  mount(box, datum) {
    const chart = init(box);
    chart.setOption({
      animation: false,
      xAxis: { type: 'time' },
      yAxis: { type: 'value', min: 0, max: 100 },
      series: [{ type: 'line', showSymbol: false, data: pairs(datum) }],
    });
    return chart;
  },
  update: (chart, datum) => chart.setOption({ series: [{ data: pairs(datum) }] }),
  destroy: (chart) => chart.dispose(),
};

const apexGauge: Contender<ApexCharts> = {
  name: 'ApexCharts',
  mount(box, datum) {
    const { width, height } = sizes.gauge;
    const chart = new ApexCharts(box, {
      chart: { type: 'radialBar', width, height, animations: { enabled: false } },
      plotOptions: { radialBar: { startAngle: -120, endAngle: 120 } },
      series: [last(datum)],
      labels: [datum.label],
    });
    void chart.render();
    return chart;
  },
  update: (chart, datum) => void chart.updateSeries([last(datum)], false),
  destroy: (chart) => chart.destroy(),
};

const apexTrend: Contender<ApexCharts> = {
  name: 'ApexCharts',
  mount(box, datum) {
    const { width, height } = sizes.trend;
    const chart = new ApexCharts(box, {
      chart: { type: 'line', width, height, animations: { enabled: false }, toolbar: { show: false } },
      stroke: { width: 2 },
      xaxis: { type: 'datetime' },
      yaxis: { min: 0, max: 100 },
      series: [{ name: datum.label, data: pairs(datum) }],
    });
    void chart.render();
    return chart;
  },
  update: (chart, datum) => void chart.updateSeries([{ name: datum.label, data: pairs(datum) }], false),
  destroy: (chart) => chart.destroy(),
};

const uplotData = ({ scores }: Datum): [number[], number[]] => [
  moments(scores.length).map((ms) => ms / 1000),
  [...scores],
];

const uplotTrend: Contender<UPlot> = {
  name: 'uPlot',
  mount(box, datum) {
    const { width, height } = sizes.trend;
    const series = [{}, { label: datum.label, stroke: '#191c22', width: 1.75 }];
    return new UPlot({ width, height: height - 60, series, scales: { y: { range: [0, 100] } } }, uplotData(datum), box);
  },
  update: (plot, datum) => plot.setData(uplotData(datum)),
  destroy: (plot) => plot.destroy(),
};

const justGauge: Contender<JustGage> = {
  name: 'JustGage',
  mount: (box, datum) =>
    new JustGage({
      parentNode: box,
      value: last(datum),
      min: 0,
      max: 100,
      label: datum.label,
      startAnimationTime: 0,
      refreshAnimationTime: 0,
    }),
  update: (gauge, datum) => gauge.refresh(last(datum)),
  destroy: (gauge) => gauge.destroy(),
};

export const gauges = [chartGauge, echartsGauge, apexGauge, justGauge] as readonly Contender[];
export const trends = [chartTrend, echartsTrend, apexTrend, uplotTrend] as readonly Contender[];
