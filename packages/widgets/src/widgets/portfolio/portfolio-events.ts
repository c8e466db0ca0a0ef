/** Of `hale-account`: a reader has chosen an account. */
export interface AccountDetail {
  readonly account: string;
  readonly name: string;
}

/** Of `hale-portfolio-view`: a reader sees other rows, in another order, or other columns of them. */
export interface PortfolioViewDetail {
  readonly search: string;
  readonly tier: string;
  readonly segment: string;
  readonly sort: string;
  /** Names of columns; null for all. */
  readonly columns: string | null;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hale-account': CustomEvent<AccountDetail>;
    'hale-portfolio-view': CustomEvent<PortfolioViewDetail>;
  }
}

/** Sends the event up through every shadow root; false when the page takes care of it itself (`preventDefault`). */
export function tellAccount(host: HTMLElement, detail: AccountDetail): boolean {
  return host.dispatchEvent(
    new CustomEvent('hale-account', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}

/** Sends the event up through every shadow root. */
export function tellView(host: HTMLElement, detail: PortfolioViewDetail): void {
  host.dispatchEvent(new CustomEvent('hale-portfolio-view', { detail, bubbles: true, composed: true }));
}
