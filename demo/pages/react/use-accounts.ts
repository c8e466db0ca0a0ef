import { useEffect, useState } from 'react';
import type { AccountList, ListedAccount } from '../accounts/account-list.ts';
import { getJson } from '../host/get-json.ts';
import { token } from './token.ts';

/** What is known of the list: the accounts, or why they did not come, or neither yet. */
export interface Accounts {
  readonly list: readonly ListedAccount[];
  readonly failure: string | null;
  readonly isLoading: boolean;
  retry(): void;
}

/** The twenty accounts with the highest yearly value. */
export function useAccounts(): Accounts {
  const [list, setList] = useState<readonly ListedAccount[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(true);

  useEffect(() => {
    if (!isLoading) return;
    const abort = new AbortController();
    const settle = (list: readonly ListedAccount[], failure: string | null) => {
      if (abort.signal.aborted) return;
      setList(list);
      setFailure(failure);
      setLoading(false);
    };
    getJson<AccountList>(token, '/v1/accounts?sort=-value&limit=20', abort.signal).then(
      ({ accounts }) => settle(accounts, null),
      (error: Error) => settle([], error.message),
    );
    return () => abort.abort();
  }, [isLoading]);

  return { list, failure, isLoading, retry: () => setLoading(true) };
}
