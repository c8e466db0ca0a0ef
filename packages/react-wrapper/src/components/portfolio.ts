'use client';

// Written by `npm run build` from the element: change it there.
import { Portfolio } from '@hale/widgets';
import '@hale/widgets/define/portfolio.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HalePortfolio`. */
export interface HalePortfolioProps extends HostProps<Portfolio> {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Portfolio['timeZone'] | undefined;
  /**
   * A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script
   * type="application/json">` inside.
   */
  portfolio?: Portfolio['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Portfolio['fetchToken'] | undefined;
  /** The address of a portfolio with its accounts as JSON, asked for once and without cookies. */
  src?: Portfolio['src'] | undefined;
  /** What the table is called; "Accounts" where absent. */
  label?: Portfolio['label'] | undefined;
  /** The address of an account's page, with `{id}` for its id: names are links to it then. */
  href?: Portfolio['href'] | undefined;
  /** Id of the account that is marked as chosen. */
  account?: Portfolio['account'] | undefined;
  /** Part of a name, by which rows are found. */
  search?: Portfolio['search'] | undefined;
  /** Id or label of the only tier shown; `none` for accounts without one. */
  tier?: Portfolio['tier'] | undefined;
  /** Id of the only segment shown; `none` for accounts in none. */
  segment?: Portfolio['segment'] | undefined;
  /**
   * Name of the column that orders the rows, with `-` before it where the greatest comes first; `health` by default.
   */
  sort?: Portfolio['sort'] | undefined;
  /**
   * Names of the columns shown, in one text: `account health trend change flags growth seats value renewal coverage`,
   * which are all.
   */
  columns?: Portfolio['columns'] | undefined;
  /** A reader has chosen an account. Unless prevented, it is marked, and its page opened where `href` names one. */
  onHaleAccount?: Handler<'hale-account'> | undefined;
  /** A reader has changed what is shown. */
  onHalePortfolioView?: Handler<'hale-portfolio-view'> | undefined;
  /** A portfolio did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * Many accounts in a table: found, filtered, sorted, in columns of one's choice. Each has its score on the scale, its
 * last weeks, its flags; what needs eyes is bold. Ten thousand rows scroll as ten do.
 */
export const HalePortfolio = wrap<Portfolio, HalePortfolioProps>({
  name: 'HalePortfolio',
  tag: 'hale-portfolio',
  properties: {
    timeZone: 'time-zone',
    portfolio: null,
    fetchToken: null,
    src: 'src',
    label: 'label',
    href: 'href',
    account: 'account',
    search: 'search',
    tier: 'tier',
    segment: 'segment',
    sort: 'sort',
    columns: 'columns',
  },
  events: { onHaleAccount: 'hale-account', onHalePortfolioView: 'hale-portfolio-view', onHaleError: 'hale-error' },
  fallback: Portfolio.fallback,
});
