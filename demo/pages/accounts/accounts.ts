import '../host/host.ts';
import './accounts.css';
import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import { byId } from '../host/element.ts';
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
// All accounts once more: asked for where somebody wants to see them.
byId('seats').addEventListener('toggle', () => {
  Object.assign(byId('by-seats'), { fetchToken, src: '/v1/portfolio/accounts' });
});
Object.assign(byId('by-segment'), { fetchToken, src: '/v1/portfolio' });
