import type { ListQuery } from './account-list.ts';
import { orders } from './columns.ts';

const usual: ListQuery = { tier: '', q: '', sort: 'score' };

/** What the page's address asks the list for; an order it does not know is the usual one. */
export function queryFromAddress(search: string): ListQuery {
  const given = new URLSearchParams(search);
  const sort = given.get('sort') ?? usual.sort;
  return {
    tier: given.get('tier') ?? usual.tier,
    q: given.get('q') ?? usual.q,
    sort: sort in orders ? sort : usual.sort,
  };
}

/** The page's address for a query: what is usual is left out. */
export function addressOf(query: ListQuery): string {
  const parameters = new URLSearchParams();
  for (const name of ['tier', 'q', 'sort'] as const) {
    if (query[name] !== usual[name]) parameters.set(name, query[name]);
  }
  const search = parameters.toString();
  return search ? `/?${search}` : '/';
}
