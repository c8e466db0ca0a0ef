import type { Report } from '@hale/core/report';
import type { ListedAccount } from '../accounts/account-list.ts';
import { segmentOf } from '../accounts/segment.ts';
import { byId, element } from '../host/element.ts';
import { count, counted, dateNear, moment, share, untilDate } from '../host/written.ts';

/** Writes what the vendor's records say of an account under its name. */
export function showFacts(account: ListedAccount): void {
  const { employees, industry, renewal, yearlyValue, seats, activeUsers, asOf: now } = account;
  byId('facts').replaceChildren(
    ...fact(segmentOf(employees), `${count(employees ?? 0)} people`),
    ...fact(industry, null),
    ...fact(renewal && `Renews ${dateNear(renewal, now)}`, renewal && untilDate(renewal, now)),
    ...fact(yearlyValue === null ? null : count(yearlyValue), 'a year'),
    ...fact(
      seats === null ? null : counted(seats, 'seat'),
      activeUsers === null ? null : `${count(activeUsers)} in use`,
    ),
  );
}

function fact(name: string | null, words: string | null): HTMLElement[] {
  return name === null ? [] : [element('span', {}, element('b', {}, name), words === null ? null : ` ${words}`)];
}

/** Writes the account's name, tier and the date of its report at the top of the page. */
export function showHead(report: Report): void {
  const { account, asOf, coverage, model } = report;
  document.title = `${account.name} · Lanewright`;
  byId('name').replaceChildren(element('bdi', {}, account.name));
  const status = byId<HTMLElementTagNameMap['hale-status']>('tier');
  status.report = report;
  status.hidden = false;
  byId('as-of').replaceChildren(
    element('span', {}, `As of ${moment(asOf)}`),
    ' ',
    element('span', {}, `${share(coverage)} observed; model ${model.version}`),
  );
}
