/** For whom an answer is: the vendor's own people, or the customer itself. */
export const audiences = ['internal', 'customer'] as const;
export type Audience = (typeof audiences)[number];

/** What one token lets its bearer ask for. */
export interface Grant {
  readonly audience: Audience;
  /** The one account it is about; null for the whole portfolio, which is for the vendor's own people alone. */
  readonly account: string | null;
  /** The pages it may be used from: scheme, host and port, as browsers write an origin. */
  readonly origin: string;
}

/** Names who a grant is for and what it is about, and no page: `customer account:acct-0001`. */
export const subjectOf = ({ audience, account }: Grant): string =>
  `${audience} ${account === null ? 'portfolio' : `account:${account}`}`;
