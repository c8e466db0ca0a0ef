import '../host/host.ts';
import './account.css';
import '@hale/widgets/define/activity-dots.js';
import '@hale/widgets/define/breakdown.js';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/heat-map.js';
import '@hale/widgets/define/playbook.js';
import '@hale/widgets/define/provider.js';
import '@hale/widgets/define/risk-flags.js';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/define/status.js';
import '@hale/widgets/define/trend-line.js';
import type { Report } from '@hale/core/report';
import { createHealthClient } from '@hale/widgets/client.js';
import type { ListedAccount } from '../accounts/account-list.ts';
import { chooseView } from '../host/choose-view.ts';
import { byId, element } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { nearby } from '../host/nearby.ts';
import { notice } from '../host/notice.ts';
import { overrideNote } from '../host/override-note.ts';
import { subjectOfPage } from '../host/subject.ts';
import { pageToken } from '../host/token.ts';
import { offerFeedback } from './feedback.ts';
import { showFacts, showHead } from './header.ts';
import { keepSteps } from './kept-steps.ts';

const id = subjectOfPage();
const token = pageToken({ audience: 'internal', account: id });
const source = createHealthClient({
  baseUrl: '/',
  subject: 'staff',
  stream: 'v1/stream',
  attention: nearby,
  fetchToken: token,
});
const dots = document.querySelector('hale-activity-dots');

function show(report: Report): void {
  showHead(report);
  byId('override').replaceChildren(overrideNote(report) ?? '');
  showGrids(report);
}

/** Lets the reader choose whose activity is shown, where there is more than one kind. */
function showGrids({ activity }: Report): void {
  const by = byId('by');
  const grids = activity?.grids ?? [];
  const [first] = grids;
  if (dots && first && !grids.some((grid) => grid.by === dots.by)) dots.by = first.by;
  by.hidden = grids.length < 2;
  by.replaceChildren(
    by.firstElementChild ?? '',
    ...grids.map((grid) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name: 'by', value: grid.by, checked: grid.by === dots?.by }),
        element('span', {}, grid.label),
      ),
    ),
  );
}

byId('by').addEventListener('change', (event) => {
  if (dots) dots.by = (event.target as HTMLInputElement).value;
});

/** Says one thing in the place of all that cannot be shown; null shows it again. */
function say(words: HTMLElement | null): void {
  byId('provider').hidden = words !== null;
  if (words) byId('as-of').textContent = '';
  if (words) byId('override').replaceChildren();
  byId('notice').replaceChildren(...(words ? [words] : []));
}

const none = (reason: string) => say(notice('No such account', reason));
const retry = (account: string) => ({ label: 'Try again', run: () => source.refresh(account) });

if (id === null) none('The address names none. Choose one from the list.');
else {
  source.subscribe(id, (state) => {
    if (state.status === 'ready' && state.report.schema === 'hale.report/1') {
      say(null);
      show(state.report);
    } else if (state.status === 'empty') none(`No account has the id “${id}”.`);
    // With an earlier report at hand the widgets say themselves how old it is.
    else if (state.status === 'error' && !state.report) say(notice('Could not load', state.error.message, retry(id)));
  });
  byId<HTMLElementTagNameMap['hale-provider']>('provider').source = source;
  const widgets =
    'hale-gauge, hale-trend-line, hale-breakdown, hale-risk-flags, hale-activity-dots, hale-playbook, hale-heat-map';
  const role = byId<HTMLElementTagNameMap['hale-role-view']>('role');
  for (const widget of [role, ...document.querySelectorAll(widgets)]) {
    widget.setAttribute('account', id);
  }
  keepSteps(byId<HTMLElementTagNameMap['hale-playbook']>('playbook'), id);
  const records = getJson<ListedAccount>(token, `/v1/accounts/${encodeURIComponent(id)}`).catch(() => null);
  chooseView(records.then((account) => Object.assign(role, { facts: account })));
  const account = await records;
  // Without the vendor's records the page still has the report; the line under the name is then left out.
  if (account) showFacts(account);
  if (account) offerFeedback(token, account.id);
}
