import '../host/host.ts';
import './accounts.css';
import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import type { PortfolioSummary } from '@hale/core/report';
import { createHealthClient } from '@hale/widgets/client.js';
import { byId } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { nearby } from '../host/nearby.ts';
import { soon } from '../host/soon.ts';
import { pageToken } from '../host/token.ts';

const portfolio = byId<HTMLElementTagNameMap['hale-portfolio']>('portfolio');

/** What of the table the page's own address says, and what each is where the address says nothing. */
const usual = { search: '', tier: '', segment: '', sort: 'health' } as const;
const names = ['search', 'tier', 'segment', 'sort'] as const;

function fromAddress(): void {
  const given = new URLSearchParams(location.search);
  for (const name of names) portfolio[name] = given.get(name) ?? usual[name];
  portfolio.columns = given.get('columns');
}

portfolio.addEventListener('hale-portfolio-view', ({ detail }) => {
  const given = new URLSearchParams();
  for (const name of names) if (detail[name] !== usual[name]) given.set(name, detail[name]);
  if (detail.columns) given.set('columns', detail.columns);
  // Each letter typed would be a step back.
  const isTyping = new URLSearchParams(location.search).get('search') !== (given.get('search') ?? null);
  const address = given.size > 0 ? `/?${given}` : '/';
  if (isTyping) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
});
addEventListener('popstate', fromAddress);

fromAddress();
const fetchToken = pageToken({ audience: 'internal', account: null });
Object.assign(portfolio, { fetchToken, src: '/v1/portfolio/accounts' });
const seats = byId<HTMLElementTagNameMap['hale-scatter']>('by-seats');
// All accounts once more: asked for where somebody wants to see them.
byId('seats').addEventListener('toggle', () => {
  Object.assign(seats, { fetchToken, src: '/v1/portfolio/accounts' });
});
const bars = byId<HTMLElementTagNameMap['hale-segment-bars']>('by-segment');
Object.assign(bars, { fetchToken, src: '/v1/portfolio' });

const client = createHealthClient({
  baseUrl: '/',
  subject: 'staff',
  stream: 'v1/stream',
  attention: nearby,
  fetchToken,
});
client.onChanged(
  soon(async () => {
    const [accounts, counted] = await Promise.all([
      getJson<PortfolioSummary>(fetchToken, '/v1/portfolio/accounts'),
      getJson<PortfolioSummary>(fetchToken, '/v1/portfolio'),
    ]);
    // At hand it goes before what came from the address; until it is here that one stays in sight.
    portfolio.portfolio = accounts;
    bars.portfolio = counted;
    if (seats.src) seats.portfolio = accounts;
  }),
);
