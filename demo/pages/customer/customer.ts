import '../host/host.ts';
import './customer.css';
import '@hale/widgets/define/activity-dots.js';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/provider.js';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/define/trend-line.js';
import type { CustomerView } from '@hale/core/report';
import { createHealthClient } from '@hale/widgets/client.js';
import { chooseView } from '../host/choose-view.ts';
import { byId, element } from '../host/element.ts';
import { nearby } from '../host/nearby.ts';
import { notice } from '../host/notice.ts';
import { subjectOfPage } from '../host/subject.ts';
import { pageToken } from '../host/token.ts';
import { moment } from '../host/written.ts';
import { rowsBy, teamWords } from './team-words.ts';

const id = subjectOfPage();
const fetchToken = pageToken({ audience: 'customer', account: id });
const source = createHealthClient({
  baseUrl: '/',
  path: 'v1/accounts/{id}/adoption',
  subject: 'customer',
  stream: 'v1/stream',
  attention: nearby,
  fetchToken,
});

function show({ account, activity, asOf, trend }: CustomerView): void {
  const hasWorked = trend?.points.some(({ score }) => score !== null && score > 0) ?? false;
  const { headline, lead } = teamWords(activity, hasWorked);
  document.title = `Your teams at ${account.name} · Lanewright`;
  byId('period').replaceChildren(element('bdi', {}, account.name), `, as of ${moment(asOf)}`);
  byId('headline').textContent = headline;
  byId('lead').textContent = lead;
  // Where no teams are recorded there is nothing to say of them.
  byId('teams').hidden = activity !== null && rowsBy(activity, 'team').length === 0;
}

/** Says one thing in the place of all that cannot be shown; null shows it again. */
function say(words: HTMLElement | null): void {
  byId('provider').hidden = words !== null;
  if (words) byId('headline').textContent = 'Your teams';
  byId('notice').replaceChildren(...(words ? [words] : []));
}

const none = (reason: string) => say(notice('There is nothing here', reason));
const retry = (account: string) => ({ label: 'Try again', run: () => source.refresh(account) });

chooseView();
if (id === null) none('The address of this page names no company.');
else {
  source.subscribe(id, (state) => {
    if (state.status === 'ready' && state.report.schema === 'hale.customer/1') {
      say(null);
      show(state.report);
    } else if (state.status === 'empty') none('No company is known by the name in the address of this page.');
    else if (state.status === 'error' && !state.report) {
      say(notice('Your figures could not be loaded', state.error.message, retry(id)));
    }
  });
  byId<HTMLElementTagNameMap['hale-provider']>('provider').source = source;
  for (const widget of document.querySelectorAll('hale-gauge, hale-trend-line, hale-activity-dots, hale-role-view')) {
    widget.setAttribute('account', id);
  }
}
