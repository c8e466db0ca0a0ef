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

const chartGauge: Contender<Chart<'doughnut'>, number[]> = {
  name: 'Chart.js',
  given: (datum) => [last(datum), 100 - last(datum)],
  mount: (box, data) =>
    new Chart(canvasIn(box), {
      type: 'doughnut',
      data: { datasets: [{ data, backgroundColor: ['#ba8109', '#dcdfe3'] }] },
      options: { animation: false, rotation: 240, circumference: 240, cutout: '88%', maintainAspectRatio: false },
    }),
  update(chart, data) {
    const [set] = chart.data.datasets;
    if (set) set.data = data;
    chart.update('none');
  },
  destroy: (chart) => chart.destroy(),
};

const chartTrend: Contender<Chart<'line', { x: number; y: number }[]>, { x: number; y: number }[]> = {
  name: 'Chart.js',
  given: (datum) => pairs(datum).map(([x, y]) => ({ x, y })),
  mount: (box, data) =>
    new Chart(canvasIn(box), {
      type: 'line',
      data: { datasets: [{ data, pointRadius: 0, borderColor: '#191c22' }] },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        scales: { x: { type: 'linear' }, y: { min: 0, max: 100 } },
      },
    }),
  update(chart, data) {
    const [set] = chart.data.datasets;
    if (set) set.data = data;
    chart.update('none');
  },
  destroy: (chart) => chart.destroy(),
};

type EChart = ReturnType<typeof init>;

const echartsGauge: Contender<EChart, { value: number; name: string }[]> = {
  name: 'ECharts',
  given: (datum) => [{ value: last(datum), name: datum.label }],
  mount(box, data) {
    const chart = init(box);
    chart.setOption({
      animation: false,
      series: [{ type: 'gauge', progress: { show: true }, data }],
    });
    return chart;
  },
  update: (chart, data) => chart.setOption({ series: [{ data }] }),
  destroy: (chart) => chart.dispose(),
};

const echartsTrend: Contender<EChart, [number, number][]> = {
  name: 'ECharts',
  given: pairs,
  mount(box, data) {
    const chart = init(box);
    chart.setOption({
      animation: false,
      xAxis: { type: 'time' },
      yAxis: { type: 'value', min: 0, max: 100 },
      series: [{ type: 'line', showSymbol: false, data }],
    });
    return chart;
  },
  update: (chart, data) => chart.setOption({ series: [{ data }] }),
  destroy: (chart) => chart.dispose(),
};

const apexGauge: Contender<ApexCharts, { label: string; series: number[] }> = {
  name: 'ApexCharts',
  given: (datum) => ({ label: datum.label, series: [last(datum)] }),
  mount(box, { label, series }) {
    const { width, height } = sizes.gauge;
    const chart = new ApexCharts(box, {
      chart: { type: 'radialBar', width, height, animations: { enabled: false } },
      plotOptions: { radialBar: { startAngle: -120, endAngle: 120 } },
      series,
      labels: [label],
    });
    void chart.render();
    return chart;
  },
  update: (chart, { series }) => void chart.updateSeries(series, false),
  destroy: (chart) => chart.destroy(),
};

const apexTrend: Contender<ApexCharts, { name: string; data: [number, number][] }[]> = {
  name: 'ApexCharts',
  given: (datum) => [{ name: datum.label, data: pairs(datum) }],
  mount(box, series) {
    const { width, height } = sizes.trend;
    const chart = new ApexCharts(box, {
      chart: { type: 'line', width, height, animations: { enabled: false }, toolbar: { show: false } },
      stroke: { width: 2 },
      xaxis: { type: 'datetime' },
      yaxis: { min: 0, max: 100 },
      series,
    });
    void chart.render();
    return chart;
  },
  update: (chart, series) => void chart.updateSeries(series, false),
  destroy: (chart) => chart.destroy(),
};

const uplotTrend: Contender<UPlot, { label: string; data: [number[], number[]] }> = {
  name: 'uPlot',
  given: ({ label, scores }) => ({ label, data: [moments(scores.length).map((ms) => ms / 1000), [...scores]] }),
  mount(box, { label, data }) {
    const { width, height } = sizes.trend;
    const series = [{}, { label, stroke: '#191c22', width: 1.75 }];
    return new UPlot({ width, height: height - 60, series, scales: { y: { range: [0, 100] } } }, data, box);
  },
  update: (plot, { data }) => plot.setData(data),
  destroy: (plot) => plot.destroy(),
};

const justGauge: Contender<JustGage, Datum> = {
  name: 'JustGage',
  given: (datum) => datum,
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
