import { drawing, element } from '../host/element.ts';

/** A column of the list. Those with a `sort` can be ordered by; `first` is the direction that is of use first. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly sort?: string;
  readonly first?: 'up' | 'down';
  readonly isNumber?: boolean;
}

export const columns: readonly Column[] = [
  { name: 'name', label: 'Account', sort: 'name', first: 'up' },
  { name: 'health', label: 'Health', sort: 'score', first: 'up' },
  { name: 'trend', label: '12 weeks' },
  { name: 'change', label: '28 days', sort: 'change', first: 'up', isNumber: true },
  { name: 'flag', label: 'Top flag' },
  { name: 'seats', label: 'Seats in use' },
  { name: 'value', label: 'Value a year', sort: 'value', first: 'down', isNumber: true },
  { name: 'renewal', label: 'Renewal', sort: 'renewal', first: 'up', isNumber: true },
  { name: 'coverage', label: 'Observed', sort: 'coverage', first: 'up', isNumber: true },
];

/** Every order the list has, and how it is said. */
export const orders: Readonly<Record<string, string>> = {
  score: 'lowest health first',
  '-score': 'highest health first',
  renewal: 'next renewal first',
  '-renewal': 'last renewal first',
  change: 'largest fall first',
  '-change': 'largest rise first',
  '-value': 'highest value first',
  value: 'lowest value first',
  coverage: 'least observed first',
  '-coverage': 'most observed first',
  name: 'A to Z',
  '-name': 'Z to A',
};

/** The order a press on a column's head asks for: that column's own, or the other way round where it is in force. */
function orderAfter({ sort = '', first }: Column, now: string): string {
  const own = first === 'down' ? `-${sort}` : sort;
  const other = first === 'down' ? sort : `-${sort}`;
  return now === own ? other : own;
}

/** The heads of the columns; `choose` gets the order a press asks for. */
export function columnHeads(order: string, choose: (order: string) => void): HTMLElement[] {
  return columns.map((column) => {
    const isOrdered = column.sort !== undefined && order.replace('-', '') === column.sort;
    const isUp = !order.startsWith('-');
    const head = element('th', {
      class: `${column.name}${column.isNumber ? ' number' : ''}`,
      scope: 'col',
      role: 'columnheader',
      ...(isOrdered && { 'aria-sort': isUp ? 'ascending' : 'descending' }),
    });
    if (column.sort === undefined) head.append(column.label);
    else {
      const press = () => choose(orderAfter(column, order));
      const arrow = isOrdered ? sortArrow(isUp) : null;
      head.append(element('button', { type: 'button', onclick: press }, column.label, arrow));
    }
    return head;
  });
}

function sortArrow(isUp: boolean): SVGElement {
  return arrow(isUp ? 'M5 9V1.5M1.8 4.7 5 1.5l3.2 3.2' : 'M5 1v7.5M1.8 5.3 5 8.5l3.2-3.2');
}

/** An arrow drawn by a path in a 10 px square. */
export function arrow(d: string): SVGSVGElement {
  return drawing(
    'svg',
    { class: 'arrow', width: 10, height: 10, viewBox: '0 0 10 10', 'aria-hidden': 'true' },
    drawing('path', { d }),
  );
}
