/** Of `hale-playbook`: the reader asks for what is suggested. */
export interface PlaybookDetail {
  /** Id of the playbook. */
  readonly playbook: string;
  /** Id of the signal that suggests it. */
  readonly signal: string;
  /** Id of the account; null where it is not known. */
  readonly account: string | null;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hale-playbook': CustomEvent<PlaybookDetail>;
  }
}

/** Sends the event up through every shadow root; false when the page takes care of it itself (`preventDefault`). */
export function askForPlaybook(host: HTMLElement, detail: PlaybookDetail): boolean {
  return host.dispatchEvent(
    new CustomEvent<PlaybookDetail>('hale-playbook', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
