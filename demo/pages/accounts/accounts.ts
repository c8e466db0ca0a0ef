import '../host/host.ts';
import './accounts.css';
import './list.css';
import './list-folded.css';
import '@hale/widgets/define/segment-bars.js';
import type { SegmentBars } from '@hale/widgets';
import { byId, element } from '../host/element.ts';
import { notice } from '../host/notice.ts';
import { count, counted, moment } from '../host/written.ts';
import { type AccountList, getAccounts, getPortfolio, type ListQuery, type PortfolioSummary } from './account-list.ts';
import { accountRow } from './account-row.ts';
import { columnHeads, orders } from './columns.ts';
import { headline } from './headline.ts';
import { addressOf, queryFromAddress } from './list-address.ts';
import { tierChoices } from './tier-filter.ts';

const form = byId<HTMLFormElement>('filters');
const search = form.elements.namedItem('q') as HTMLInputElement;
const sort = byId<HTMLSelectElement>('sort');
const table = byId('table');
const rows = byId('rows');
const more = byId<HTMLButtonElement>('load-more');

// Laid out as a grid where it is narrow, a table would lose its meaning in some engines unless its parts say it.
for (const [id, role] of [
  ['table', 'table'],
  ['heads', 'rowgroup'],
  ['columns', 'row'],
  ['rows', 'rowgroup'],
] as const) {
  byId(id).setAttribute('role', role);
}

let query = queryFromAddress(location.search);
let portfolio: PortfolioSummary | null = null;
let next: string | null = null;
let request = new AbortController();

sort.append(
  ...Object.entries(orders).map(([value, said]) => {
    const label = said.charAt(0).toUpperCase() + said.slice(1);
    return element('option', { value }, label);
  }),
);

/** Asks for the list from its start, or for the stretch that follows what is shown. */
async function load(cursor: string | null = null): Promise<void> {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  table.setAttribute('aria-busy', 'true');
  try {
    const asked = getAccounts(query, cursor, signal);
    // The whole does not change with what is shown of it.
    portfolio ??= await getPortfolio();
    const list = await asked;
    if (!signal.aborted) show(list, portfolio, cursor !== null);
  } catch (error) {
    if (!signal.aborted) fail(error instanceof Error ? error.message : String(error), cursor);
  } finally {
    if (!signal.aborted) table.setAttribute('aria-busy', 'false');
  }
}

function show(list: AccountList, whole: PortfolioSummary, isMore: boolean): void {
  const made = list.accounts.map((account) => accountRow(account, whole));
  if (isMore) rows.append(...made);
  else rows.replaceChildren(...made);
  next = list.next;
  form.hidden = false;
  byId('headline').textContent = headline(whole);
  byId('as-of').textContent = `As of ${moment(whole.asOf)}`;
  byId('caption').textContent = `Accounts, ${orders[query.sort]}`;
  byId('shown').textContent =
    `${count(rows.childElementCount)} of ${counted(list.total, 'account')}, ${orders[query.sort]}`;
  showFilters(whole);
  byId('whole').hidden = whole.total === 0;
  byId<SegmentBars>('by-segment').portfolio = whole;
  const isEmpty = rows.childElementCount === 0;
  table.hidden = isEmpty;
  byId('more').hidden = isEmpty;
  more.hidden = next === null;
  byId('notice').replaceChildren(...(isEmpty ? [emptyNotice()] : []));
  if (isMore) made[0]?.querySelector('a')?.focus({ preventScroll: true });
}

function showFilters(whole: PortfolioSummary): void {
  const tiers = byId('tiers');
  const hasFocus = tiers.contains(document.activeElement);
  tiers.replaceChildren(tiers.firstElementChild ?? '', ...tierChoices(whole, query.tier));
  if (hasFocus) tiers.querySelector<HTMLInputElement>('input:checked')?.focus();
  if (search !== document.activeElement) search.value = query.q;
  sort.value = query.sort;
  const heads = byId('columns');
  const focused = heads.contains(document.activeElement) ? document.activeElement?.closest('th')?.className : undefined;
  heads.replaceChildren(...columnHeads(query.sort, (order) => ask({ sort: order })));
  if (focused) heads.querySelector<HTMLElement>(`[class="${focused}"] button`)?.focus();
}

function emptyNotice(): HTMLElement {
  if (!query.q && !query.tier) return notice('No accounts yet', 'The database holds none.');
  const words = query.q
    ? `No account's name holds “${query.q}”${query.tier ? ' in this tier' : ''}.`
    : 'No account is in this tier.';
  const run = () => {
    search.value = '';
    ask({ q: '', tier: '' });
    search.focus();
  };
  return notice('Nothing matches', words, { label: 'Show all accounts', run });
}

function fail(reason: string, cursor: string | null): void {
  const again = { label: 'Try again', run: () => void load(cursor) };
  if (portfolio === null) byId('headline').textContent = '';
  byId('notice').replaceChildren(notice('The accounts could not be loaded', reason, again));
}

/** Asks the list another question and puts it into the page's address. */
function ask(change: Partial<ListQuery>, isTyping = false): void {
  query = { ...query, ...change };
  if (isTyping) history.replaceState(null, '', addressOf(query));
  else history.pushState(null, '', addressOf(query));
  void load();
}

let typing = 0;
search.addEventListener('input', () => {
  clearTimeout(typing);
  typing = window.setTimeout(() => ask({ q: search.value.trim() }, true), 200);
});
form.addEventListener('submit', (event) => event.preventDefault());
byId('tiers').addEventListener('change', (event) => ask({ tier: (event.target as HTMLInputElement).value }));
sort.addEventListener('change', () => ask({ sort: sort.value }));
more.addEventListener('click', () => void load(next));
addEventListener('popstate', () => {
  query = queryFromAddress(location.search);
  void load();
});
void load();
