/** The id of the account a page is about: the end of its path (`/accounts/acct-0001`), or `?id=`; null for none. */
export function subjectOfPage({ pathname, search }: Pick<Location, 'pathname' | 'search'> = location): string | null {
  const id = new URLSearchParams(search).get('id');
  if (id) return id;
  const [, last] = /^\/[^/]+\/([^/]+)\/?$/.exec(pathname) ?? [];
  try {
    return last ? decodeURIComponent(last) : null;
  } catch {
    // A percent sign that encodes nothing names no account.
    return null;
  }
}
