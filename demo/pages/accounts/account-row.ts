import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/risk-flags.js';
import '@hale/widgets/define/trend-line.js';
import { drawing, element } from '../host/element.ts';
import { count, counted, dateNear, daysUntil, share, untilDate } from '../host/written.ts';
import { type ListedAccount, ownScore, type PortfolioSummary, reportOf } from './account-list.ts';
import { arrow, columns } from './columns.ts';
import { segmentOf } from './segment.ts';

/** An account, and the report for the row's widgets. */
interface Row extends ListedAccount {
  readonly report: ReturnType<typeof reportOf>;
}

/** What stands in a row's cells, by the name of the column. */
type Cells = Readonly<Record<string, (row: Row) => readonly (Node | string)[]>>;

const nothing = () => element('span', { class: 'muted' }, '–');

const cells: Cells = {
  name: ({ id, name, employees, industry }) => {
    const line = [segmentOf(employees), industry].filter(Boolean).join(', ');
    return [
      element('a', { href: `/accounts/${encodeURIComponent(id)}` }, element('bdi', {}, name)),
      element('span', { class: 'second' }, line),
    ];
  },
  health: ({ report }) => [element('hale-gauge', { layout: 'row', report })],
  trend: ({ report, spark }) => {
    if (spark.every((score) => score === null)) return [nothing()];
    return [element('hale-trend-line', { layout: 'row', report })];
  },
  change: ({ change, ...account }) => {
    const score = ownScore(account);
    if (change === null || score === null) return [nothing()];
    // As the gauge and the trend write it: between the two whole figures.
    const points = Math.round(score) - Math.round(score - change);
    if (points === 0) return [element('span', { class: 'muted' }, 'steady')];
    const said = points > 0 ? 'up ' : 'down ';
    const drawn = arrow(points > 0 ? 'M5 9V1.5M1.8 4.7 5 1.5l3.2 3.2' : 'M5 1v7.5M1.8 5.3 5 8.5l3.2-3.2');
    return [drawn, element('span', { class: 'unseen' }, said), String(Math.abs(points))];
  },
  flag: ({ report, topFlag }) => {
    if (topFlag === null) return [nothing()];
    return [element('hale-risk-flags', { layout: 'row', report })];
  },
  seats: ({ seats, activeUsers }) => {
    if (seats === null || seats === 0) return [nothing()];
    if (activeUsers === null) return [element('span', { class: 'muted' }, counted(seats, 'seat'))];
    return [
      seatBar(Math.min(1, activeUsers / seats)),
      element('span', {}, count(activeUsers), element('span', { class: 'muted' }, ` of ${count(seats)}`)),
    ];
  },
  value: ({ yearlyValue }) => [yearlyValue === null ? nothing() : count(yearlyValue)],
  renewal: ({ renewal, asOf }) => {
    if (renewal === null) return [nothing()];
    const days = daysUntil(renewal, asOf);
    const words = untilDate(renewal, asOf).replace('in ', '');
    const isSoon = Date.parse(renewal) > Date.parse(asOf) && days <= 30;
    return [
      element('span', { class: isSoon ? 'bold' : '' }, dateNear(renewal, asOf)),
      element('span', { class: isSoon ? 'second bold' : 'second' }, words),
    ];
  },
  coverage: ({ coverage }) => [element('span', { class: coverage < 0.6 ? 'bold' : '' }, share(coverage))],
};

function seatBar(part: number): SVGSVGElement {
  return drawing(
    'svg',
    { class: 'seat-bar', width: 64, height: 10, viewBox: '0 0 64 10', 'aria-hidden': 'true' },
    drawing('rect', { class: 'box', x: 0.5, y: 2, width: 63, height: 6, rx: 1 }),
    drawing('rect', { class: 'fill', x: 0.5, y: 2, width: Math.round(part * 6300) / 100, height: 6, rx: 1 }),
  );
}

/** One account as a row of the list. */
export function accountRow(account: ListedAccount, portfolio: PortfolioSummary): HTMLTableRowElement {
  const row = { ...account, report: reportOf(account, portfolio) };
  return element(
    'tr',
    { role: 'row' },
    ...columns.map(({ name, isNumber }) => {
      const content = cells[name]?.(row) ?? [];
      if (name === 'name') return element('th', { class: name, scope: 'row', role: 'rowheader' }, ...content);
      return element('td', { class: isNumber ? `${name} number` : name, role: 'cell' }, ...content);
    }),
  );
}
