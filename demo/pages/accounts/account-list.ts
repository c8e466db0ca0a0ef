import type { ListedAccount } from '../../server/accounts/list-accounts.ts';

export type { ListedAccount };

/** A stretch of the list of accounts. */
export interface AccountList {
  readonly accounts: readonly ListedAccount[];
  /** Names the stretch that follows; null at the end. */
  readonly next: string | null;
  /** How many match. */
  readonly total: number;
}
