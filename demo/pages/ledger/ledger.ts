import type { Report } from '@hale/core/report';
import './ledger.css';
import { drawing, element } from '../host/element.ts';
import { tenths } from '../host/written.ts';
import { type Ledger, type LedgerGroup, type LedgerLine, ledgerOf } from './ledger-figures.ts';

/** What the ledger says in one sentence: where most of what is missing from 100 is missing. */
export function ledgerHeadline(report: Report): string {
  if (report.reason) return report.reason.sentence;
  const [first, second] = ledgerOf(report)
    .groups.filter((group) => group.of > 0 && group.of - (group.points ?? 0) >= 5)
    .sort((a, b) => b.of - (b.points ?? 0) - (a.of - (a.points ?? 0)));
  if (!first) return 'Every dimension gives all of its points';
  const start = `${first.label} gives ${tenths(first.points ?? 0)} of its ${limit(first.of)} points`;
  return second ? `${start}, ${second.label} ${tenths(second.points ?? 0)} of ${limit(second.of)}` : start;
}

/** A limit in points, with a decimal only where there is one: `35`, `14.2`. */
const limit = (of: number) => tenths(of).replace(/\.0$/, '');

/** The score as a table: what each dimension and metric gave, of how much. What differs from `before` is marked. */
export function ledgerTable(report: Report, before: Report | null = null): Node[] {
  const ledger = ledgerOf(report);
  const old = before && ledgerOf(before);
  let from = 0;
  const rows = ledger.groups.flatMap((group, index) => {
    const made = groupRows(group, from, old?.groups[index]);
    from += group.of;
    return made;
  });
  const table = element(
    'table',
    { class: 'ledger' },
    element('caption', { class: 'unseen' }, 'What each dimension and metric gives, in points'),
    element('thead', { class: 'unseen' }, head()),
    element('tbody', {}, ...rows),
    element('tfoot', {}, totalRow(ledger)),
  );
  return [
    table,
    element('p', { class: 'small ledger-foot' }, 'Every point is listed; they add up to the score. ', howButton(table)),
  ];
}

function head(): HTMLTableRowElement {
  const heads = ['What', 'Share of the scale', 'Points'].map((label) => element('th', { scope: 'col' }, label));
  return element('tr', {}, ...heads);
}

function groupRows(group: LedgerGroup, from: number, old: LedgerGroup | undefined): HTMLTableRowElement[] {
  return [
    element(
      'tr',
      { class: differs(group, old) ? 'group changed' : 'group' },
      element('th', { scope: 'row' }, group.label),
      element('td', { class: 'place' }, group.of > 0 ? bar(from, group) : null),
      figures(group.points, group.of),
    ),
    ...group.lines.map((line, index) => metricRow(line, old?.lines[index])),
  ];
}

const differs = (now: { points: number | null }, old: { points: number | null } | undefined) =>
  old !== undefined && old.points !== now.points;

function metricRow(line: LedgerLine, old: LedgerLine | undefined): HTMLTableRowElement {
  const { label, words, how, points, of, isMissing } = line;
  const name = element('th', { scope: 'row' }, element('span', {}, label), ` ${words}`);
  if (how !== null) name.append(element('span', { class: 'how', hidden: true }, how));
  // What was not observed has no points of its own, and so no figure that could be taken for zero.
  const isOut = isMissing && of === 0;
  name.colSpan = isOut ? 3 : 2;
  return element('tr', { class: differs(line, old) ? 'changed' : '' }, name, isOut ? null : figures(points, of));
}

function figures(points: number | null, of: number): HTMLTableCellElement {
  const given = points === null ? '–' : tenths(points);
  return element(
    'td',
    { class: 'figures' },
    element('b', {}, given),
    element('span', {}, of === 0 ? '' : ` of ${limit(of)}`),
  );
}

/** A dimension's place on the scale of 100 points: as wide as its weight, filled as far as its points. */
function bar(from: number, { points, of }: LedgerGroup): SVGSVGElement {
  const percent = (value: number) => `${value / 10}%`;
  return drawing(
    'svg',
    { width: '100%', height: 10, 'aria-hidden': 'true' },
    drawing('rect', { class: 'fill', x: percent(from), y: 1, width: percent(Math.max(0, points ?? 0)), height: 8 }),
    drawing('rect', { class: 'box', x: percent(from), y: 1, width: percent(of), height: 8, rx: 1 }),
  );
}

function totalRow({ points, of }: Ledger): HTMLTableRowElement {
  const drawn = drawing(
    'svg',
    { width: '100%', height: 14, 'aria-hidden': 'true' },
    drawing('rect', { class: 'track', x: 0, y: 6.5, width: '100%', height: 1 }),
    drawing('rect', { class: 'fill', x: 0, y: 4.5, width: `${(points ?? 0) / 10}%`, height: 5 }),
  );
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, 'Health'),
    element('td', { class: 'place' }, drawn),
    figures(points, of),
  );
}

function howButton(table: HTMLTableElement): HTMLButtonElement {
  const words = { false: 'Show how each counts', true: 'Hide how each counts' };
  const button = element('button', { class: 'link', type: 'button', 'aria-expanded': 'false' }, words.false);
  button.addEventListener('click', () => {
    const isShown = button.getAttribute('aria-expanded') === 'false';
    button.setAttribute('aria-expanded', String(isShown));
    button.textContent = words[`${isShown}`];
    for (const how of table.querySelectorAll<HTMLElement>('.how')) how.hidden = !isShown;
  });
  return button;
}
